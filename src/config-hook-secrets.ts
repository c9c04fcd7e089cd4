import type { AlertHook, Policy, Webhook } from './domain/policy.ts';

const PREFIX = 'HOOK_SECRET_';
export const SHORTEST_SHARED_SECRET = 16;
/** What both ends read alike: no blanks, nothing beyond ASCII. */
export const FITS_HEADER = /^[\x21-\x7e]+$/u;
const WRITE_ASCII = 'It is sent in a header: write it in letters, digits and signs of ASCII, with no blanks.';
const MAKE_ONE = 'make one with "openssl rand -hex 32"';

/** By their variables' names without what these have in common. */
export type HookSecrets = ReadonlyMap<string, string>;

export function readHookSecrets(values: Readonly<Record<string, string | undefined>>): HookSecrets {
  return new Map(
    Object.entries(values).flatMap(([variable, value]) =>
      variable.startsWith(PREFIX) && value !== undefined ? [[variable.slice(PREFIX.length), value] as const] : [],
    ),
  );
}

/** The secret of the webhook, or of the alert hook, that the policy calls so. */
export function findHookSecret(secrets: HookSecrets, hookName: string): string | undefined {
  return secrets.get(inCapitals(hookName));
}

export function hookSecretVariable(hookName: string): string {
  return `${PREFIX}${inCapitals(hookName)}`;
}

/** A line for each secret that the policy needs and that cannot be used; it never holds a value. */
export function checkHookSecrets(secrets: HookSecrets, { webhooks, alertHooks }: Policy): readonly string[] {
  return [
    ...webhooks.flatMap((webhook) =>
      check(secrets, webhook.name, {
        shortest: webhook.format === 'signed' ? SHORTEST_SHARED_SECRET : 1,
        isHeader: webhook.format === 'opsgenie',
        advice: adviceForWebhook(webhook),
      }),
    ),
    ...alertHooks.flatMap((hook) =>
      check(secrets, hook.name, {
        shortest: SHORTEST_SHARED_SECRET,
        isHeader: true,
        advice: adviceForAlertHook(hook),
      }),
    ),
  ];
}

interface Needed {
  readonly shortest: number;
  /** Whether it is sent in an HTTP header, as it is. */
  readonly isHeader: boolean;
  readonly advice: string;
}

function check(secrets: HookSecrets, hookName: string, needed: Needed): readonly string[] {
  const secret = findHookSecret(secrets, hookName);
  const variable = hookSecretVariable(hookName);
  if (secret === undefined) {
    return [`${variable} is missing: ${needed.advice}`];
  }
  if (needed.isHeader && !FITS_HEADER.test(secret)) {
    return [`${variable} is malformed: ${needed.advice} ${WRITE_ASCII}`];
  }
  return secret.length < needed.shortest ? [`${variable} is malformed: ${needed.advice}`] : [];
}

function adviceForWebhook({ name, format }: Webhook): string {
  switch (format) {
    case 'signed':
      return `it is what calls of the webhook ${name} are signed with; ${MAKE_ONE} and give it to whoever receives them.`;
    case 'pagerduty':
      return `it is the integration key of the webhook ${name}; copy it from the Events API v2 integration of your service in PagerDuty.`;
    case 'opsgenie':
      return `it is the API key of the webhook ${name}; copy it from the API integration of your team in Opsgenie.`;
  }
}

function adviceForAlertHook({ name, format }: AlertHook): string {
  const sender = { alertmanager: 'Alertmanager', grafana: 'Grafana', plain: 'what sends the alerts' }[format];
  return `it is what alerts must bring to /hooks/alerts/${name}, ${SHORTEST_SHARED_SECRET} characters or more; ${MAKE_ONE} and set it in ${sender} too.`;
}

/** `-` cannot stand in a variable's name. */
function inCapitals(hookName: string): string {
  return hookName.toUpperCase().replaceAll('-', '_');
}
