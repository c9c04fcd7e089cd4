import { unreachable } from '../../result.ts';
import { inOneLine } from '../../tell-time.ts';
import type { Block, Cell, EventEntry, FigureEndEntry, FigureEntry, StoryEntry } from '../outline/outline.ts';
import { uniqueSources } from '../outline/outline-source.ts';
import { webAddress } from '../web-address.ts';
import { escapeLabel, escapeMarkdown, markdownAddress } from './escape-markdown.ts';
import { markdownFact } from './markdown-fact.ts';
import { markdownProse } from './markdown-prose.ts';
import { inBrackets, markdownSource } from './markdown-source.ts';
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
      return block.facts.map(markdownFact).join('\n');
    case 'events':
      return block.events.map(eventItem).join('\n');
    case 'days':
      return block.days.map(({ title, entries }) => `### ${title}\n\n${storyTable(entries)}`).join('\n\n');
    case 'transcript':
      return markdownTranscript(block.days);
    case 'figures':
      return markdownTable(['Figure', 'From → to: length', 'What it measures'], block.figures.map(figureRow));
    case 'findings':
      return block.findings
        .map(({ about, text, note }) => `${markdownFact({ name: about, value: text })}<br>*${escapeMarkdown(note)}*`)
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
    markdownSource(event.source),
  ];
}

function foldedRow({ text, events }: Extract<StoryEntry, { kind: 'folded' }>): readonly string[] {
  const times = new Set([...events.slice(0, 1), ...events.slice(-1)].map(({ time }) => inOneLine(time)));
  const sources = uniqueSources(events.map(({ source }) => source)).map(markdownSource);
  return [[...times].join(' to '), '', `_${escapeMarkdown(text)}_`, '', sources.join(', ')];
}

function eventItem(event: EventEntry): string {
  const { time, kindName, text, saidBy } = event;
  const who = `${escapeMarkdown(saidBy)}, ${markdownSource(event.source)}`;
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

function figureRow({ name, definition, length, isKnown, from, to }: FigureEntry): readonly string[] {
  const told = isKnown ? `**${escapeMarkdown(length)}**` : `_${escapeMarkdown(length)}_`;
  return [escapeMarkdown(name), `${figureEnd(from)} → ${figureEnd(to)}: ${told}`, escapeMarkdown(definition)];
}

function figureEnd({ text, source }: FigureEndEntry): string {
  return `${escapeMarkdown(text)}${inBrackets([source])}`;
}

function tableCell(cell: Cell): string {
  const words = markdownSource({ text: cell.text, href: cell.href, messageChange: undefined });
  const text = cell.isGap === true ? `_${words}_` : words;
  return `${text}${inBrackets(cell.sources ?? [])}`;
}
