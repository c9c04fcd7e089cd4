import { type Env, readPolicyFile } from '../config.ts';
import { hookSecretVariable } from '../config-hook-secrets.ts';
import type { Policy } from '../domain/policy.ts';
import { loadPolicy } from '../policy.ts';
import type { Print } from './print.ts';

/** Says what is wrong with a policy file, or what it means. Returns the exit code. */
export function policyCheck(options: {
  readonly file: string | undefined;
  readonly env: Env;
  readonly print: Print;
}): number {
  const loaded = loadPolicy(options.file ?? readPolicyFile(options.env));
  if (!loaded.ok) {
    options.print.problems(loaded.refusal);
    return 1;
  }
  const { file, policy } = loaded.value;
  options.print.line(
    file === undefined
      ? `There is no faultline.yaml here, so the defaults hold: ${summary(policy)}.`
      : `${file} is fine: ${summary(policy)}.`,
  );
  return 0;
}

function summary(policy: Policy): string {
  const severities = policy.severities.map(({ name }) => name).join(', ');
  const { announcementChannel: channel } = policy;
  return [
    `severities ${severities} (${policy.defaultSeverity} unless said)`,
    channel === undefined ? 'no announcements' : `announcements in #${channel}`,
    `channels ${policy.channelName}`,
    `${Object.keys(policy.reactions).length} reactions`,
    `reminders at ${policy.reminderTime}`,
    ...list('rotas', policy.rotas),
    ...list('escalation policies', policy.escalationPolicies),
    ...list('webhooks', policy.webhooks),
    ...list('alert hooks', policy.alertHooks),
    ...neededSecrets(policy),
  ].join('; ');
}

function list(what: string, listed: readonly { readonly name: string }[]): readonly string[] {
  return listed.length === 0 ? [] : [`${what} ${listed.map(({ name }) => name).join(', ')}`];
}

function neededSecrets({ webhooks, alertHooks }: Policy): readonly string[] {
  const variables = [...webhooks, ...alertHooks].map(({ name }) => hookSecretVariable(name));
  return variables.length === 0 ? [] : [`to be set in the environment: ${variables.join(', ')}`];
}
