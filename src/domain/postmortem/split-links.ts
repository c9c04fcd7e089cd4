import { webAddress } from './web-address.ts';

export interface TextPiece {
  readonly text: string;
  /** Where the piece is a web address. */
  readonly href: string | undefined;
}

/** Without the marks that end a sentence, and without a bracket unless it was opened in the address. */
const ADDRESS = /(https?:\/\/[^\s<>"'`|\\]*(?:[^\s<>"'`|\\.,;:!?)\]}]|(?<=\/[^\s()]*\([^\s()]*)\)))/iu;

/** Finds the web addresses in a line of text. */
export function splitLinks(line: string): readonly TextPiece[] {
  return line
    .split(ADDRESS)
    .map((text) => ({ text, href: ADDRESS.test(text) ? webAddress(text) : undefined }))
    .filter(({ text }) => text !== '');
}
