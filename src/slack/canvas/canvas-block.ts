import type {
  Block,
  Cell,
  EventEntry,
  FigureEndEntry,
  SourceEntry,
  StoryEntry,
} from '../../domain/postmortem/outline/outline.ts';
import { type ProseBlock, splitProse } from '../../domain/postmortem/split-prose.ts';
import { webAddress } from '../../domain/postmortem/web-address.ts';
import { unreachable } from '../../domain/result.ts';
import { inOneLine } from '../../domain/tell-time.ts';
import { canvasTables } from './canvas-table.ts';
import { canvasLabel, canvasWords, escapeCanvas } from './escape-canvas.ts';

/** What stands by itself in a canvas, and can begin a part of it: a paragraph, a heading, an item, a table. */
export type CanvasPiece =
  | { readonly kind: 'item'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string };

/**
 * Events are lists, not rows: Slack shows a link in a canvas' table as the Markdown that it was written in, and each
 * event must lead to its message. https://github.com/slackapi/python-slack-sdk/issues/1711
 */
export function canvasBlock(block: Block): readonly CanvasPiece[] {
  switch (block.kind) {
    case 'prose':
      return splitProse(block.text).flatMap(prosePieces);
    case 'gap':
      return [paragraph(`_${escapeCanvas(block.text)}_`)];
    case 'label':
      return [paragraph(`### ${escapeCanvas(block.text)}`)];
    case 'note':
      return [paragraph(escapeCanvas(block.text))];
    case 'facts':
      return block.facts.map(({ name, value, sources = [] }) =>
        item(`**${bold(name)}:** ${escapeCanvas(value)}${inBrackets(sources)}`),
      );
    case 'events':
      return block.events.map(eventItem);
    case 'days':
      return block.days.flatMap(({ title, entries }) => [paragraph(`### ${title}`), ...entries.map(storyItem)]);
    case 'transcript':
      // What people may want forgotten is not copied to where nothing deletes it.
      return [];
    case 'figures':
      return block.figures.map(({ name, definition, length, from, to }) =>
        item(
          `**${bold(name)}:** ${figureEnd(from)} → ${figureEnd(to)}: **${bold(length)}** _${escapeCanvas(definition)}_`,
        ),
      );
    case 'findings':
      return block.findings.map(({ about, text, note }) =>
        item(`**${bold(about)}:** ${escapeCanvas(text)} _${escapeCanvas(note)}_`),
      );
    case 'table':
      return block.rows.some((row) => row.some(({ href, sources = [] }) => href !== undefined || sources.length > 0))
        ? block.rows.map((row) => item(rowInOneLine(block.columns, row)))
        : canvasTables(
            block.columns,
            block.rows.map((row) => row.map(cellText)),
          ).map(paragraph);
    default:
      return unreachable(block);
  }
}

function paragraph(text: string): CanvasPiece {
  return { kind: 'paragraph', text };
}

function item(text: string): CanvasPiece {
  return { kind: 'item', text: `- ${text}` };
}

function prosePieces(block: ProseBlock): readonly CanvasPiece[] {
  switch (block.kind) {
    case 'list':
      return block.items.map((text) => item(canvasWords(text)));
    case 'code':
      return [paragraph(fenced(block.lines))];
    case 'paragraph':
      return [paragraph(block.lines.map(canvasWords).join('  \n'))];
  }
}

function fenced(lines: readonly string[]): string {
  const runs = lines.flatMap((line) => line.match(/`+/gu) ?? []);
  const fence = '`'.repeat(Math.max(2, ...runs.map(({ length }) => length)) + 1);
  return [fence, ...lines, fence].join('\n');
}

function storyItem(entry: StoryEntry): CanvasPiece {
  if (entry.kind === 'event') {
    return eventItem(entry.event);
  }
  const ends = [...entry.events.slice(0, 1), ...entry.events.slice(-1)];
  const times = new Set(ends.map(({ time }) => inOneLine(time)));
  return item(`${[...times].join(' to ')}: _${escapeCanvas(entry.text)}_`);
}

function eventItem(event: EventEntry): CanvasPiece {
  const notes = event.notes.map((note) => ` (${escapeCanvas(note)})`).join('');
  const files = event.files.map(({ name, permalink }) => ` 📎 ${link(name, permalink)}`).join('');
  const who = [escapeCanvas(event.saidBy), sourceLink(event.source)].join(', ');
  const what = `${canvasWords(event.text)}${notes}${files}`;
  return item(`${inOneLine(event.time)}, **${escapeCanvas(event.kindName)}:** ${what} (${who})`);
}

function figureEnd({ text, source }: FigureEndEntry): string {
  return `${escapeCanvas(text)}${inBrackets(source === undefined ? [] : [source])}`;
}

function inBrackets(sources: readonly SourceEntry[]): string {
  return sources.length === 0 ? '' : ` (${sources.map(sourceLink).join(', ')})`;
}

/** Where a fact comes from, and what became of that. */
function sourceLink({ text, href, messageChange }: SourceEntry): string {
  const address = addressOf(href);
  const named = address === undefined ? escapeCanvas(text) : `[${canvasLabel(text)}](${address})`;
  return messageChange === undefined ? named : `${named} ${messageChange}`;
}

function link(name: string, permalink: string | undefined): string {
  const address = addressOf(permalink);
  return address === undefined ? canvasLabel(name) : `[${canvasLabel(name)}](${address})`;
}

/** **Size the pool** · Owner: Ben · Due: 2024-05-10 (message) */
function rowInOneLine(columns: readonly string[], [first, ...others]: readonly Cell[]): string {
  const named = others.map((cell, index) => `${escapeCanvas(columns[index + 1] ?? '')}: ${cellWithLink(cell)}`);
  return [first === undefined ? '' : `**${bold(first.text)}**${inBrackets(first.sources ?? [])}`, ...named].join(' · ');
}

function cellWithLink(cell: Cell): string {
  return `${cellText(cell)}${inBrackets(cell.sources ?? [])}`;
}

function cellText({ text, href, isGap }: Cell): string {
  const words = sourceLink({ text, href, messageChange: undefined });
  return isGap === true ? `_${words}_` : words;
}

function addressOf(href: string | undefined): string | undefined {
  return href === undefined ? undefined : webAddress(href);
}

/** Bold text must not stand empty, or its asterisks show. */
function bold(text: string): string {
  const escaped = escapeCanvas(text);
  return escaped === '' ? '?' : escaped;
}
