/** Marks parts of a line for a terminal; without colours it leaves them as they are. */
export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  heading(text: string): string;
}

export function createPaint(colours: boolean): Paint {
  const between = (on: number, off: number) => (text: string) =>
    colours && text !== '' ? `\u001B[${on}m${text}\u001B[${off}m` : text;
  return { bold: between(1, 22), dim: between(2, 22), heading: between(36, 39) };
}
