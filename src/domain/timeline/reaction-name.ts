/** Slack writes 📌 with a skin tone as `pushpin::skin-tone-3`; what it means its name alone says. */
export function reactionName(written: string): string {
  return written.split('::')[0] ?? written;
}
