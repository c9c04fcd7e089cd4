import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRecord } from '../../../../src/domain/postmortem/check/check-record.ts';
import type { Finding } from '../../../../src/domain/postmortem/check/finding.ts';
import type { TranscriptDay } from '../../../../src/domain/postmortem/draft/draft-transcript.ts';
import { draftPostmortem } from '../../../../src/domain/postmortem/draft-postmortem.ts';
import { postmortemMarkdown } from '../../../../src/domain/postmortem/markdown/postmortem-markdown.ts';
import type {
  Block,
  EventEntry,
  Fact,
  Outline,
  SourceEntry,
  StoryEntry,
} from '../../../../src/domain/postmortem/outline/outline.ts';
import { outlinePostmortem } from '../../../../src/domain/postmortem/outline/outline-postmortem.ts';
import { uniqueSources } from '../../../../src/domain/postmortem/outline/outline-source.ts';
import type { IncidentRecord } from '../../../../src/domain/postmortem/record.ts';
import { splitProse } from '../../../../src/domain/postmortem/split-prose.ts';
import { unreachable } from '../../../../src/domain/result.ts';
import { inOneLine } from '../../../../src/domain/tell-time.ts';
import { readMarkdown } from '../../../support/read-markdown.ts';
import { aRecord, at } from '../../../support/record-builder.ts';
import { aRecordOf } from '../../../support/typed-record.ts';
import { anyTypedText } from '../../../support/typed-text.ts';
import { aWholeRecord } from '../../../support/whole-record.ts';

/** Written as Markdown, read by another's parser: what is told of each block, and what was to be told. */
function thereAndBack(record: IncidentRecord, transcript: readonly TranscriptDay[] = [], typed?: string) {
  const postmortem = draftPostmortem(record);
  const findings = [...checkRecord(record, postmortem, at('09:00', '2024-06-10')), ...typedFindings(typed)];
  return {
    read: readMarkdown(postmortemMarkdown(postmortem, findings, transcript)).map(plain),
    told: linesToTell(outlinePostmortem(postmortem, findings, transcript)).map(plain),
  };
}

function typedFindings(typed: string | undefined): readonly Finding[] {
  const finding = {
    rule: 'a-rule',
    level: 'must',
    isForAuthor: false,
    place: { section: 'summary' },
    placeKey: 'summary',
  } as const;
  return typed === undefined ? [] : [{ ...finding, why: typed, text: typed }];
}

describe('postmortemMarkdown, read by a parser of CommonMark with GitHub’s extensions', () => {
  it.each([
    ['a whole incident', aWholeRecord()],
    ['an incident that was just declared', aRecord()],
  ])('tells of %s what its outline tells, block by block and cell by cell', (_, record) => {
    const { read, told } = thereAndBack(record);

    expect(read).toEqual(told);
  });

  it('does so whatever pipes, backticks, line breaks, markup or addresses people type', () => {
    fc.assert(
      fc.property(anyTypedText, (typed) => {
        const lines = [true, false].map((isReply) => ({
          at: at('15:30'),
          saidBy: `${typed}word`,
          text: typed,
          isReply,
          isEdited: isReply,
        }));
        const transcript = [{ date: draftPostmortem(aRecord()).header.date, lines }];

        const { read, told } = thereAndBack(aRecordOf(`${typed}word`), transcript, `word${typed}`);

        expect(read).toEqual(told);
      }),
      { numRuns: 50 },
    );
  }, 60_000);
});

/** Without what may part words and lines in either, and without the marks of code, which are no words. */
function plain(line: string): string {
  return line.replaceAll(/[`/\p{Cc}\s\u2003\u202a-\u202e\u2066-\u2069]/gu, '');
}

function linesToTell({ name, title, notice, tags, facts, sections }: Outline): readonly string[] {
  return [
    `heading ${name}: ${title}`,
    ...(notice === undefined ? [] : [`paragraph ${notice} See what is missing.`]),
    ...[...tags, ...facts].map(factLine),
    ...sections.flatMap((section) => [`heading ${section.title}`, ...section.blocks.flatMap(blockLines)]),
  ];
}

function blockLines(block: Block): readonly string[] {
  switch (block.kind) {
    case 'prose':
      return proseLines(block.text);
    case 'gap':
    case 'note':
      return [`paragraph ${block.text}`];
    case 'label':
      return [`heading ${block.text}`];
    case 'facts':
      return block.facts.map(factLine);
    case 'events':
      return block.events.map(eventLine);
    case 'days':
      return block.days.flatMap(({ title, entries }) => [
        `heading ${title}`,
        'row Time | Kind | What happened | Who | Link',
        ...entries.map(storyLine),
      ]);
    case 'transcript':
      return block.days.flatMap(({ title, said }) => [
        `heading ${title}`,
        ...said.map(({ time, saidBy, text, note }) =>
          [`item ${inOneLine(time)} ${saidBy}:`, text, note === undefined ? '' : `(${note})`].join(' '),
        ),
      ]);
    case 'figures':
      return [
        'row Figure | From → to: length | What it measures',
        ...block.figures.map(({ name, from, to, length, definition }) => {
          const [begin, end] = [from, to].map(({ text, source }) => `${text}${sourcesLine([source])}`);
          return `row ${name} | ${begin} → ${end}: ${length} | ${definition}`;
        }),
      ];
    case 'findings':
      return block.findings.map(({ about, text, note }) => `item ${about}: ${text} ${note}`);
    case 'table':
      return [block.columns.map((text) => ({ text })), ...block.rows].map(
        (row) =>
          `row ${row.map((cell) => `${cell.text}${sourcesLine('sources' in cell ? cell.sources : [])}`).join(' | ')}`,
      );
    default:
      return unreachable(block);
  }
}

function proseLines(text: string): readonly string[] {
  return splitProse(text).flatMap((block) => {
    switch (block.kind) {
      case 'list':
        return block.items.map((item) => `item ${item}`);
      case 'code':
        return [`code ${block.lines.join('\n')}`];
      case 'paragraph':
        return [`paragraph ${block.lines.join('\n')}`];
      default:
        return unreachable(block);
    }
  });
}

function factLine({ name, value, sources }: Fact): string {
  return `item ${name}: ${value}${sourcesLine(sources)}`;
}

function storyLine(entry: StoryEntry): string {
  if (entry.kind === 'folded') {
    const times = [entry.events[0], entry.events.at(-1)].flatMap((event) => (event ? inOneLine(event.time) : []));
    const sources = uniqueSources(entry.events.map(({ source }) => source)).map(sourceLine);
    return `row ${[...new Set(times)].join(' to ')} | | ${entry.text} | | ${sources.join(', ')}`;
  }
  const { time, kindName, saidBy, source } = entry.event;
  return `row ${inOneLine(time)} | ${kindName} | ${wordsLine(entry.event)} | ${saidBy} | ${sourceLine(source)}`;
}

function eventLine(event: EventEntry): string {
  const { time, kindName, saidBy, source } = event;
  return `item ${inOneLine(time)}, ${kindName}: ${wordsLine(event)} (${saidBy}, ${sourceLine(source)})`;
}

function wordsLine({ text, notes, files }: EventEntry): string {
  return [text, ...notes.map((note) => `(${note})`), ...files.map(({ name }) => `📎 ${name}`)].join(' ');
}

function sourcesLine(sources: readonly (SourceEntry | undefined)[] = []): string {
  const told = sources.flatMap((source) => (source === undefined ? [] : [sourceLine(source)]));
  return told.length === 0 ? '' : ` (${told.join(', ')})`;
}

function sourceLine({ text, messageChange }: SourceEntry): string {
  return messageChange === undefined ? text : `${text} ${messageChange}`;
}
