/** What a verb has to say; standard output and standard error when it runs for somebody. */
export interface Print {
  line(text: string): void;
  problems(lines: readonly string[]): void;
}
