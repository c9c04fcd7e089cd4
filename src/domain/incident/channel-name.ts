/** Slack: lower-case letters, digits, hyphens and underscores, at most 80. https://docs.slack.dev/reference/methods/conversations.create */
const LONGEST = 80;

/** The name of an incident's channel after the policy's pattern, `inc-42-booking-is-down`. */
export function channelName(pattern: string, incident: { readonly number: number; readonly title: string }): string {
  const filled = pattern
    .replaceAll('{number}', String(incident.number))
    .replaceAll('{title}', slug(incident.title.replace(/:[a-z0-9_+-]+:/gu, ' ')));
  return trim(slug(filled).slice(0, LONGEST));
}

/** The name to try after `attempt` others were taken: `…-2` for the first. */
export function nextChannelName(name: string, attempt: number): string {
  const suffix = `-${attempt + 1}`;
  return `${trim(name.slice(0, LONGEST - suffix.length))}${suffix}`;
}

function slug(text: string): string {
  return trim(
    text
      .normalize('NFKD')
      .replace(/\p{Mark}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9_]+/gu, '-'),
  );
}

function trim(text: string): string {
  return text.replace(/^-+|-+$/gu, '').replace(/-{2,}/gu, '-');
}
