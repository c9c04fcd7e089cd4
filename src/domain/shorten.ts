export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** In one line of at most so many characters; where it was cut, the last is an ellipsis. */
export function shorten(text: string, longest: number): string {
  const line = oneLine(text);
  const characters = [...line];
  if (characters.length <= longest) {
    return line;
  }
  const kept = characters.slice(0, longest - 1).join('');
  return `${kept.trimEnd()}…`;
}
