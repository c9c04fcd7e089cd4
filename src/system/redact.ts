// Whoever calls us writes some of what is logged, so that each pattern must be fast on any text.
const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/\b(xox[a-z]{1,2}|xapp)(?:\.xox[a-z])?-[\w%.-]+/gu, '$1-[redacted]'],
  // The answer address of a command or button lets whoever holds it post for half an hour.
  [/(https:\/\/hooks\.slack\.com)\/[^\s"'\\]+/gu, '$1/[redacted]'],
  // How PagerDuty, Opsgenie and those who send alerts are told a secret.
  [/(\brouting_key\W{1,8})[\w-]+/gu, '$1[redacted]'],
  [/\b(GenieKey|Bearer)\s{1,4}[\w.~+/=-]{8,}/gu, '$1 [redacted]'],
  [/(\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s:/?#@"]*):[^\s/"]+@/giu, '$1:[redacted]@'],
];

/** Takes tokens, keys, Slack's answer addresses and the passwords of URLs out of a text. */
export function redact(text: string): string {
  return SECRETS.reduce((rest, [secret, replacement]) => rest.replaceAll(secret, replacement), text);
}
