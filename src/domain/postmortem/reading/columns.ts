import type { Cell, RowBlock } from './block.ts';

/** The cell below the first of the columns whose name fits. */
export function cellUnder({ columns, cells }: RowBlock, names: RegExp): Cell | undefined {
  const index = columns.findIndex((column) => names.test(column.trim()));
  return index === -1 ? undefined : cells[index];
}

const NOTHING =
  /^(?:|-+|–|—|n\/?a|none|tbd|tba|tbc|todo|unassigned|unknown|not set|no (?:owner|date|one)|nobody|\?+|\.{3}|…)$/iu;

/** What a cell or a label says; undefined where it only says that there is nothing yet. */
export function saidIn(cell: Cell | undefined): string | undefined {
  return cell === undefined || cell.isAside || NOTHING.test(cell.text.trim()) ? undefined : cell.text.trim();
}
