const LINE_BREAK = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/u;

/** The lines of a typed text, without the characters that only steer a terminal, or the direction of what follows them. */
export function splitLines(text: string): readonly string[] {
  return text
    .split(LINE_BREAK)
    .map((line) => line.replace(/[^\P{Control}\t]|[\u202a-\u202e\u2066-\u2069]/gu, '').trimEnd());
}
