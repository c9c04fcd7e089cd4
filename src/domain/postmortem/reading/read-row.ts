import type { RowBlock } from './block.ts';
import { hasLink, plainText } from './plain-text.ts';

const DELIMITER = /^\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?$|^\s*\|\s*:?-+:?\s*$/u;

/** Whether a line names the columns of a table, by the line that follows. */
export function isTableHead(line: string, next: string): boolean {
  return line.includes('|') && next.length < LONGEST_DELIMITER && DELIMITER.test(next);
}

const LONGEST_DELIMITER = 2_000;

/** Undefined for the line between the names of the columns and the rows. */
export function readRow(line: number, text: string, columns: readonly string[]): RowBlock | undefined {
  if (text.length < LONGEST_DELIMITER && DELIMITER.test(text)) {
    return undefined;
  }
  const cells = splitRow(text).map((cell) => ({
    text: plainText(cell).trim(),
    isAside: /^_.*_$/u.test(cell.trim()),
  }));
  const told = cells.map((cell) => cell.text).filter((cell) => cell !== '');
  return { kind: 'row', columns, cells, pieces: [{ line, text: told.join(' – ') }], hasLink: hasLink(text) };
}

/** A bar after a backslash stands for itself. */
export function splitRow(line: string): readonly string[] {
  const inner = line
    .trim()
    .replace(/^\|/u, '')
    .replace(/(?<!\\)\|$/u, '');
  return inner.split(/(?<!\\)\|/u).map((cell) => cell.replaceAll('\\|', '|'));
}
