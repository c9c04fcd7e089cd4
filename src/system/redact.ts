// Whoever calls us writes some of what is logged, so that each pattern must be fast on any text.
const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/\b(xox[a-z]{1,2}|xapp)(?:\.xox[a-z])?-[\w%.-]+/gu, '$1-[redacted]'],
  // The answer address of a command or button lets whoever holds it post for half an hour.
  [/(https:\/\/hooks\.slack\.com)\/[^\s"'\\]+/gu, '$1/[redacted]'],
  [/(\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s:/?#@"]*):[^\s/"]+@/giu, '$1:[redacted]@'],
];

/** Takes Slack's tokens, its answer addresses and the passwords of URLs out of a text. */
export function redact(text: string): string {
  return SECRETS.reduce((rest, [secret, replacement]) => rest.replaceAll(secret, replacement), text);
}
