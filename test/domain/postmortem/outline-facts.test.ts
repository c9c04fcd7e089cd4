import { describe, expect, it } from 'vitest';
import { draftPostmortem } from '../../../src/domain/postmortem/draft-postmortem.ts';
import type { Block } from '../../../src/domain/postmortem/outline/outline.ts';
import { outlinePostmortem } from '../../../src/domain/postmortem/outline/outline-postmortem.ts';
import type { PostmortemSection } from '../../../src/domain/postmortem/postmortem.ts';
import type { IncidentRecord } from '../../../src/domain/postmortem/record.ts';
import { anEventAt, aRecord, narrativeOf } from '../../support/record-builder.ts';

const events = [
  anEventAt('15:22', { kind: 'detected', text: 'Alarm rang' }),
  anEventAt('15:50', { kind: 'cause-found', text: 'The pool is too small' }),
  anEventAt('16:05', { kind: 'resolution', text: 'Made it larger' }),
];
const narrative = narrativeOf({ detection: 'By luck', 'root-cause': 'The pool', resolution: 'A larger pool' });
const nobody = 'Nobody has written this yet.';

function told(block: Block): readonly string[] {
  switch (block.kind) {
    case 'events':
      return block.events.map(({ text }) => `event: ${text}`);
    case 'prose':
    case 'label':
    case 'gap':
      return [`${block.kind}: ${block.text}`];
    default:
      return [];
  }
}

function sectionOf(record: Partial<IncidentRecord>, section: PostmortemSection): readonly string[] {
  const { sections } = outlinePostmortem(draftPostmortem(aRecord(record)), [], []);
  return sections.find(({ id }) => id === section)?.blocks.flatMap(told) ?? [];
}

describe('outlinePostmortem', () => {
  it.each<[string, Partial<IncidentRecord>, PostmortemSection, readonly string[]]>([
    ['how it was noticed', { events }, 'detection', ['event: Alarm rang']],
    [
      'the cause',
      { events },
      'root-causes',
      ['label: Root cause', 'event: The pool is too small', 'label: Contributing factors', `gap: ${nobody}`],
    ],
    ['what ended it', { events }, 'resolution', ['event: Made it larger']],
  ])('tells by its events alone what nobody wrote of: %s', (_case, record, section, blocks) => {
    expect(sectionOf(record, section)).toEqual(blocks);
  });

  it.each<[string, PostmortemSection, readonly string[]]>([
    ['how it was noticed', 'detection', ['prose: By luck', 'label: As it happened', 'event: Alarm rang']],
    [
      'the cause',
      'root-causes',
      [
        'label: Root cause',
        'prose: The pool',
        'label: How it was found',
        'event: The pool is too small',
        'label: Contributing factors',
        `gap: ${nobody}`,
      ],
    ],
    ['what ended it', 'resolution', ['prose: A larger pool', 'label: As it happened', 'event: Made it larger']],
  ])('tells what people wrote first, and then what happened: %s', (_case, section, blocks) => {
    expect(sectionOf({ events, narrative }, section)).toEqual(blocks);
  });

  it.each<[string, PostmortemSection, readonly string[]]>([
    [
      'the cause',
      'root-causes',
      ['label: Root cause', `gap: ${nobody}`, 'label: Contributing factors', `gap: ${nobody}`],
    ],
    [
      'what ended it',
      'resolution',
      [`gap: ${nobody}`, 'label: As it happened', 'gap: No mitigation or resolution was recorded.'],
    ],
  ])('says that nobody wrote where nothing happened either: %s', (_case, section, blocks) => {
    expect(sectionOf({}, section)).toEqual(blocks);
  });
});
