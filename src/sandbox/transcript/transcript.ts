import { formatInZone, type Instant, offsetName, type TimeZone } from '../../domain/time.ts';
import type { Channel } from '../people/channel.ts';
import type { Message } from '../people/message.ts';
import type { Workspace } from '../workspace.ts';
import { emoji } from './emoji.ts';
import { type Entry, entriesOf, instantOf } from './entries.ts';
import { messageText, paintLine } from './message-text.ts';
import { createPaint, type Paint } from './paint.ts';
import { wrapText } from './wrap-text.ts';

export interface TranscriptOptions {
  readonly workspace: Workspace;
  readonly channel: Channel;
  /** Whose private answers stand in it too. */
  readonly people: readonly string[];
  /** The reader's. */
  readonly zone: TimeZone;
  readonly columns: number;
  readonly colours: boolean;
}

interface Page {
  readonly zone: TimeZone;
  readonly columns: number;
  readonly paint: Paint;
  readonly nameOf: (id: string) => string;
}

const NARROWEST = 60;
const WIDEST = 100;
const INDENT = ' '.repeat(7);

/** A channel to read, as its people see it in the end. */
export function transcript(options: TranscriptOptions): readonly string[] {
  const { workspace, channel, people, zone } = options;
  const paint = createPaint(options.colours);
  const names = new Map(people.map((name) => [workspace.person(name).id, name]));
  const nameOf = (id: string) => (id === workspace.botUserId ? 'faultline' : (names.get(id) ?? id));
  const page = { zone, columns: Math.min(Math.max(options.columns, NARROWEST), WIDEST), paint, nameOf };
  let day = '';
  const lines = entriesOf(workspace, channel, people).flatMap((entry) => {
    const before = day;
    day = formatInZone(entry.at, zone, 'EEEE d MMMM yyyy');
    const heading = `${day}, ${offsetName(entry.at, zone)}`;
    return [...(day === before ? [] : ['', paint.heading(heading), '']), ...entryLines(page, entry)];
  });
  return [paint.bold(`#${channel.name}`), ...(channel.topic === '' ? [] : [paint.dim(channel.topic)]), ...lines];
}

function entryLines(page: Page, entry: Entry): readonly string[] {
  if (entry.kind === 'deed') {
    const lines = hang(`${time(page, entry.at)}  `, `${entry.who} ${entry.what}`, page.columns);
    return lines.map(page.paint.dim);
  }
  const replies = entry.replies.flatMap((reply) => {
    const isSameDay = sameDay(page, instantOf(reply), entry.at);
    return messageLines({ ...page, columns: page.columns - INDENT.length }, reply, !isSameDay).map(
      (line) => `${INDENT}${line}`,
    );
  });
  return [...messageLines(page, entry.message, false), ...replies];
}

function messageLines(page: Page, message: Message, withDay: boolean): readonly string[] {
  const { paint, columns } = page;
  const when = `${withDay ? `${formatInZone(instantOf(message), page.zone, 'd MMM')} ` : ''}${time(page, instantOf(message))}  `;
  const text = messageText(message, page.zone);
  if (message.subtype?.startsWith('channel_')) {
    return hang(when, text.replace(/^@/u, ''), columns).map(paint.dim);
  }
  const { ephemeralFor } = message;
  const seenBy = ephemeralFor === undefined ? '' : ` (only visible to ${ephemeralFor})`;
  const edited = message.isEdited && !message.isFromBot ? ' (edited)' : '';
  const isLong = text.includes('\n');
  const head = `${message.author}${seenBy}${text === '' ? '' : ':'}`;
  const [first = '', ...rest] = hang(when, `${head}${isLong ? '\n' : ' '}${text}${edited}`, columns);
  const lines = [first.replace(message.author, paint.bold(message.author)), ...rest].map((line) =>
    paintLine(line, message, paint),
  );
  const shown = [...lines, ...extras(page, message)];
  return ephemeralFor === undefined ? shown : [first, ...rest].map(paint.dim);
}

/** What stands below a message: its files and its reactions. */
function extras({ paint, nameOf }: Page, message: Message): readonly string[] {
  const reactions = message.reactions.map(({ name, users }) => `${emoji(name)} ${users.map(nameOf).join(', ')}`);
  return [
    ...message.files.map(({ name }) => `${INDENT}📎 ${name}`),
    ...(reactions.length === 0 ? [] : [`${INDENT}${paint.dim(reactions.join('   '))}`]),
  ];
}

function hang(head: string, text: string, columns: number): readonly string[] {
  const [first = '', ...rest] = wrapText(text, columns - head.length);
  return [`${head}${first}`, ...rest.map((line) => `${' '.repeat(head.length)}${line}`)].map((line) => line.trimEnd());
}

function time(page: Page, at: Instant): string {
  return formatInZone(at, page.zone, 'HH:mm');
}

function sameDay(page: Page, one: Instant, other: Instant): boolean {
  return formatInZone(one, page.zone, 'yyyy-MM-dd') === formatInZone(other, page.zone, 'yyyy-MM-dd');
}
