import type { AlertHook, Policy } from '../domain/policy.ts';
import { type Contradiction, unlisted, unlistedSeverity } from './contradiction.ts';

export function hookContradictions(policy: Policy): readonly Contradiction[] {
  return policy.alertHooks.flatMap((hook) => [
    ...sharedSecret(policy, hook),
    ...unknownSeverities(policy, hook),
    ...unknownPolicy(policy, hook),
  ]);
}

/** The environment has one secret a name. */
function sharedSecret({ webhooks }: Policy, { name }: AlertHook): readonly Contradiction[] {
  return webhooks.some((webhook) => webhook.name === name)
    ? [
        {
          path: ['alert_hooks', name],
          sentence: `Name this alert hook otherwise, such as ${name}-alerts: there is a webhook ${name}, and each needs a secret of its own.`,
        },
      ]
    : [];
}

function unknownSeverities({ severities }: Policy, hook: AlertHook): readonly Contradiction[] {
  return Object.entries(hook.severities).flatMap(([theirs, name]) =>
    unlistedSeverity({ name, path: ['alert_hooks', hook.name, 'severities', theirs] }, severities),
  );
}

function unknownPolicy({ escalationPolicies }: Policy, hook: AlertHook): readonly Contradiction[] {
  const name = hook.escalationPolicy;
  const path = ['alert_hooks', hook.name, 'escalation_policy'];
  const listed = escalationPolicies.map((policy) => policy.name);
  return name === undefined ? [] : unlisted({ name, key: 'escalation_policies', path }, listed);
}
