/** What follows our name where a message begins with it. Elsewhere people talk about us, or with others too. */
export function commandIn(text: string, botUserId: string): string | undefined {
  return new RegExp(`^\\s*<@${botUserId}(?:\\|[^>]*)?>[\\s:,]*([\\s\\S]*)$`, 'u').exec(text)?.[1];
}
