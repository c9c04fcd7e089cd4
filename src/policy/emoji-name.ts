/** `:pushpin:` as people copy it, `pushpin` as Slack sends it. */
export function emojiName(written: string): string {
  return written.replaceAll(':', '');
}
