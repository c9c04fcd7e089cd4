/** So that no table is longer than people read, or than Slack may take: it says that there is a limit, not which. */
const MOST_CELLS = 300;

/** A table of cells that are already Markdown; several with the same head where one would have too many cells. */
export function canvasTables(columns: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const rowsAtOnce = Math.max(1, Math.floor(MOST_CELLS / columns.length) - 1);
  const tables: string[] = [];
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const lines = [columns, columns.map(() => '---'), ...rows.slice(start, start + rowsAtOnce)];
    tables.push(lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n'));
  }
  return tables;
}
