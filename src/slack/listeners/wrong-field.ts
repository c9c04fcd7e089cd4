/** What is wrong with something that a form says of one thing among several. */
export interface WrongField {
  readonly field: string;
  /** As plain text, at the field. */
  readonly words: string;
  /** As plain text, where fields show no words. */
  readonly wordsAlone: string;
}
