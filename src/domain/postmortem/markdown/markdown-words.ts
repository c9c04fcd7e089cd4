import { splitWords, type WordBlock, type WordPiece } from '../split-words.ts';
import { escapeLine } from './escape-markdown.ts';

type Place = 'table' | 'list';

/** Wide enough to see, and not taken away where spaces are. */
const INDENT = '\u2003';

/** What somebody said, within one row of a table or one item of a list: its lines below each other, its code as code. */
export function markdownWords(text: string, place: Place): string {
  return splitWords(text)
    .flatMap((block) => blockLines(block, place))
    .join('<br>');
}

function blockLines(block: WordBlock, place: Place): readonly string[] {
  if (block.kind === 'code') {
    return block.lines.filter((line) => line.trim() !== '').map((line) => codeSpan(line, place));
  }
  return [`${INDENT.repeat(block.depth)}${markdownPieces(block.pieces, place)}`];
}

/** One line, or what follows the mark of a list's item. */
export function markdownPieces(pieces: readonly WordPiece[], place: Place = 'list'): string {
  return pieces
    .map(({ kind, text }, index) => (kind === 'code' ? codeSpan(text, place) : escapeLine(text, index === 0)))
    .join('');
}

function codeSpan(code: string, place: Place): string {
  if (place === 'table' && code.includes('\\|')) {
    // No reader of tables agrees with another on where such a cell ends.
    return escapeLine(code);
  }
  const runs = code.match(/`+/gu) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs.map(({ length }) => length)) + 1);
  const padded = /^`|`$|^ .* $/u.test(code) ? ` ${code} ` : code;
  return `${fence}${place === 'table' ? padded.replaceAll('|', '\\|') : padded}${fence}`;
}
