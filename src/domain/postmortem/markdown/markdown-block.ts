import { unreachable } from '../../result.ts';
import { inOneLine } from '../../tell-time.ts';
import type { LinkName } from '../../timeline/link-name.ts';
import type { Block, Cell, EventEntry, StoryEntry } from '../outline/outline.ts';
import { webAddress } from '../web-address.ts';
import { escapeLabel, escapeMarkdown, markdownAddress } from './escape-markdown.ts';
import { markdownProse } from './markdown-prose.ts';
import { markdownTable } from './markdown-table.ts';
import { markdownTranscript } from './markdown-transcript.ts';
import { markdownWords } from './markdown-words.ts';

export function markdownBlock(block: Block): string {
  switch (block.kind) {
    case 'prose':
      return markdownProse(block.text);
    case 'gap':
      return `_${escapeMarkdown(block.text)}_`;
    case 'label':
      return `### ${escapeMarkdown(block.text)}`;
    case 'note':
      return escapeMarkdown(block.text);
    case 'facts':
      return block.facts.map(({ name, value }) => `- **${bold(name)}:** ${escapeMarkdown(value)}`).join('\n');
    case 'events':
      return block.events.map(eventItem).join('\n');
    case 'days':
      return block.days.map(({ title, entries }) => `### ${title}\n\n${storyTable(entries)}`).join('\n\n');
    case 'transcript':
      return markdownTranscript(block.days);
    case 'figures':
      return markdownTable(
        ['Figure', 'Length', 'From', 'To'],
        block.figures.map(({ name, length, from, to }) => [name, length, from, to].map(escapeMarkdown)),
      );
    case 'findings':
      return block.findings
        .map(({ about, text, note }) => `- **${bold(about)}:** ${escapeMarkdown(text)}<br>*${escapeMarkdown(note)}*`)
        .join('\n');
    case 'table':
      return markdownTable(
        block.columns,
        block.rows.map((row) => row.map(tableCell)),
      );
    default:
      return unreachable(block);
  }
}

function storyTable(entries: readonly StoryEntry[]): string {
  return markdownTable(
    ['Time', 'Kind', 'What happened', 'Who', 'Link'],
    entries.map((entry) => (entry.kind === 'event' ? eventRow(entry.event) : foldedRow(entry))),
  );
}

function eventRow(event: EventEntry): readonly string[] {
  return [
    inOneLine(event.time),
    event.kindName,
    [`${markdownWords(event.text, 'table')}${noteMarks(event)}`, ...fileLinks(event)].join('<br>'),
    escapeMarkdown(event.saidBy),
    source(event),
  ];
}

function foldedRow({ text, events }: Extract<StoryEntry, { kind: 'folded' }>): readonly string[] {
  const times = new Set([...events.slice(0, 1), ...events.slice(-1)].map(({ time }) => inOneLine(time)));
  return [[...times].join(' to '), '', `_${escapeMarkdown(text)}_`, '', ''];
}

function eventItem(event: EventEntry): string {
  const { time, kindName, text, saidBy } = event;
  const from = source(event);
  const who = from === '' ? escapeMarkdown(saidBy) : `${escapeMarkdown(saidBy)}, ${from}`;
  const what = [`${markdownWords(text, 'list')}${noteMarks(event)}`, ...fileLinks(event)].join(' ');
  return `- ${inOneLine(time)}, ${kindName}: ${what} (${who})`;
}

function noteMarks({ notes }: EventEntry): string {
  return notes.map((note) => ` (${escapeMarkdown(note)})`).join('');
}

function fileLinks({ files }: EventEntry): readonly string[] {
  return files.map(({ name, permalink }) => {
    const address = permalink === undefined ? undefined : webAddress(permalink);
    const label = escapeLabel(name);
    return `📎 ${address === undefined ? label : `[${label}](${markdownAddress(address)})`}`;
  });
}

/** The link to the message, and what became of that. */
function source({ href, linkName, messageChange }: EventEntry): string {
  const link = sourceLink(href, linkName);
  return messageChange === undefined ? link : `${link === '' ? 'message' : link} ${messageChange}`;
}

function tableCell(cell: Cell): string {
  const text = cell.isGap === true ? `_${escapeMarkdown(cell.text)}_` : escapeMarkdown(cell.text);
  const link = sourceLink(cell.href, 'message');
  return link === '' ? text : `${text} (${link})`;
}

function sourceLink(href: string | undefined, name: LinkName): string {
  const address = href === undefined ? undefined : webAddress(href);
  return address === undefined ? '' : `[${name}](${markdownAddress(address)})`;
}

/** Bold text must not end in a space or stand empty, or its asterisks show. */
function bold(text: string): string {
  const escaped = escapeMarkdown(text);
  return escaped === '' ? '?' : escaped;
}
