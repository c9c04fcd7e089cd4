/** Without line breaks, control characters, halves of characters, and marks that turn the rest of the line around. */
export function plainLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
}

/** At most so many UTF-16 units, which are never fewer than characters; never ends in half of one. */
export function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
