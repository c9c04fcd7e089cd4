import { describe, expect, it } from 'vitest';
import { actionItemId } from '../../../src/domain/ids.ts';
import type { Finding } from '../../../src/domain/postmortem/check/finding.ts';
import type { Place } from '../../../src/domain/postmortem/check/stated-postmortem.ts';
import { section } from '../../../src/slack/blocks/layout.ts';
import { findingBlocks, findingLines } from '../../../src/slack/messages/finding-blocks.ts';
import { at } from '../../support/record-builder.ts';
import { aFinding } from '../../support/stated-builder.ts';

const gaps = [1, 2, 3, 4, 5].map((number) => section(`gap ${number}`));
const waived = { by: 'ana', at: at('17:00'), reason: 'A drill' };
const aGap: Finding = aFinding({
  rule: 'unexplained-gap',
  level: 'should',
  text: 'It is silent',
  place: { section: 'timeline' },
});

function many(count: number, overrides: Partial<Finding> = {}): readonly Finding[] {
  return Array.from({ length: count }, (_, index) => aFinding({ text: `Finding ${index} says so`, ...overrides }));
}

function shown(findings: readonly Finding[]): string {
  return JSON.stringify(findingBlocks(findings, gaps, { blocks: 40, size: 12_000 }));
}

describe('the findings of a panel', () => {
  it.each([12, 15, 20, 30])('take no more than %i blocks', (room) => {
    const blocks = findingBlocks([...many(12), aGap, ...many(9, { waived, text: 'Waived' })], gaps, {
      blocks: room,
      size: 12_000,
    });

    expect(blocks.length).toBeLessThanOrEqual(room);
    expect(JSON.stringify(blocks)).toMatch(/and \d+ more, once these are done/u);
    expect(JSON.stringify(blocks)).toMatch(/and \d+ more were waived/u);
    expect(JSON.stringify(blocks)).toContain('Finding 0 says so');
  });

  it('show the reader’s own right after what must be mended', () => {
    const own = aFinding({ level: 'hint', isForAuthor: true, text: 'It may read as blame' });

    expect(shown([...many(3), ...many(9, { level: 'should' }).slice(3), own])).toContain('may read as blame');
  });

  it('show each silence once, with its own button, and none that was waived', () => {
    expect(shown([aGap])).toContain('gap 5');
    expect(shown([aGap])).not.toMatch(/It is silent|Open/u);
    expect(shown([{ ...aGap, waived }])).not.toContain('gap 1');
    expect(JSON.stringify(findingLines([aGap], gaps))).toContain('gap 1');
    expect(JSON.stringify(findingLines([aGap], gaps))).not.toContain('It is silent');
    expect(findingLines([{ ...aGap, waived }], gaps)).toEqual([]);
  });

  it('say the same of several once', () => {
    const items = ['One', 'Two'].map((title) =>
      aFinding({
        text: `“${title}” has no owner`,
        place: { section: 'action-items', actionItemId: actionItemId(title) },
      }),
    );

    expect(shown(items)).toContain('“One” and “Two”: each has no owner');
    expect(findingLines(items, [])).toHaveLength(1);
  });

  const places: readonly (readonly [string, Place, string])[] = [
    ['no-detection', { section: 'detection' }, 'Open timeline'],
    ['link-broken', { section: 'detection', part: 'detection' }, 'Open “Detection”'],
    ['no-summary', { section: 'summary' }, 'Open “Summary”'],
  ];
  it.each(places)('open where they are mended: %s', (rule, place, label) => {
    expect(shown([aFinding({ rule, place })])).toContain(`"${label}"`);
  });
});
