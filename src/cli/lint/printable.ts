import { oneLine } from '../../domain/shorten.ts';

/** What a document says, in one line and without the characters that steer a terminal or turn the direction of what follows. */
export function printable(text: string): string {
  return oneLine(text).replace(/[\p{Control}\u202a-\u202e\u2066-\u2069]/gu, '');
}
