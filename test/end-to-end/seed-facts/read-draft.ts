export interface TimelineRow {
  readonly date: string;
  readonly time: string;
  /** As the row's date, time and offset say it. */
  readonly at: string;
  readonly kind: string;
  /** A folded run, which stands in italics, is a row without a kind. */
  readonly what: string;
  readonly who: string;
}

export interface ActionItemRow {
  readonly kind: string;
  readonly what: string;
  readonly owner: string;
  readonly due: string;
  readonly doneWhen: string;
}

/** The text below a heading of that title, at whatever level, up to the next heading that is as high. */
export function section(markdown: string, title: string): string {
  const lines = markdown.split('\n');
  const begin = lines.findIndex((line) => line.replace(/^#+ /u, '') === title && line.startsWith('#'));
  if (begin === -1) {
    throw new Error(`The draft has no section “${title}”.`);
  }
  const level = (lines[begin] ?? '').indexOf(' ');
  const rest = lines.slice(begin + 1);
  const end = rest.findIndex((line) => /^#+ /u.test(line) && line.indexOf(' ') <= level);
  return rest.slice(0, end === -1 ? undefined : end).join('\n');
}

export function timelineRows(markdown: string): readonly TimelineRow[] {
  return rowsBelow(section(markdown, 'Timeline')).map(
    ({ heading, cells: [time = '', kind = '', what = '', who = ''] }) => {
      const date = heading.slice(0, 'yyyy-mm-dd'.length);
      return { date, time, at: instantOf(date, time), kind, what: what.replace(/^_(.*)_$/u, '$1'), who };
    },
  );
}

export function actionItemRows(markdown: string): readonly ActionItemRow[] {
  return rowsBelow(section(markdown, 'Action items')).map(
    ({ heading, cells: [what = '', owner = '', due = '', , doneWhen = ''] }) => {
      const [kind = ''] = heading.split(':');
      return { kind, what, owner, due, doneWhen };
    },
  );
}

export interface EscalationRow {
  readonly cells: readonly string[];
  /** What stands below its own heading. */
  readonly calls: readonly (readonly string[])[];
  readonly misled: readonly string[];
}

export function escalationRows(markdown: string): readonly EscalationRow[] {
  const text = section(markdown, 'Escalations');
  const rows = rowsBelow(text);
  return rows
    .filter(({ heading }) => heading === '')
    .map(({ cells }) => {
      const [when = '', target = ''] = cells;
      const title = `Call to ${target}, ${when.replace(/ \(\[message\].*$/u, '')}`;
      const calls = rows.filter(({ heading }) => heading === title).map((row) => row.cells);
      const misled = section(text, title)
        .split('\n')
        .filter((line) => line.startsWith('- '));
      return { cells, calls, misled };
    });
}

/** The rows of every table, without the lines that name its columns. */
function rowsBelow(text: string): readonly { readonly heading: string; readonly cells: readonly string[] }[] {
  let heading = '';
  let isBody = false;
  return text.split('\n').flatMap((line) => {
    heading = line.startsWith('### ') ? line.slice('### '.length) : heading;
    const wasBody = isBody;
    isBody = line.startsWith('|') && (isBody || line.includes('---'));
    return wasBody && isBody
      ? [
          {
            heading,
            cells: line
              .split(/(?<!\\)\|/u)
              .slice(1, -1)
              .map((cell) => cell.trim()),
          },
        ]
      : [];
  });
}

function instantOf(date: string, time: string): string {
  const [, clock = '', offset = '0'] = /^(\d\d:\d\d) UTC([+-]\d+)?/u.exec(time) ?? [];
  return new Date(Date.parse(`${date}T${clock}:00Z`) - Number(offset) * 3_600_000).toISOString();
}
