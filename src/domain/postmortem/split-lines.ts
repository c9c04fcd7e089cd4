const LINE_BREAK = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/u;

/** The lines of a typed text, without the characters that only steer a terminal. */
export function splitLines(text: string): readonly string[] {
  return text.split(LINE_BREAK).map((line) => line.replace(/[^\P{Control}\t]/gu, '').trimEnd());
}
