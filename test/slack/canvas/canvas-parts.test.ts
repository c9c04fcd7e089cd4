import fc from 'fast-check';
import markdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { timelineEventId } from '../../../src/domain/ids.ts';
import { checkRecord } from '../../../src/domain/postmortem/check/check-record.ts';
import { draftPostmortem } from '../../../src/domain/postmortem/draft-postmortem.ts';
import type { IncidentRecord } from '../../../src/domain/postmortem/record.ts';
import { canvasParts } from '../../../src/slack/canvas/canvas-parts.ts';
import { anEventAt, aRecord, at, narrativeOf } from '../../support/record-builder.ts';
import { aFinding } from '../../support/stated-builder.ts';
import { aRecordOf } from '../../support/typed-record.ts';
import { anyTypedText } from '../../support/typed-text.ts';
import { aWholeRecord } from '../../support/whole-record.ts';

const parser = markdownIt({ html: true });

function partsOf(record: IncidentRecord): readonly string[] {
  const postmortem = draftPostmortem(record);
  return canvasParts(postmortem, checkRecord(record, postmortem, at('09:00', '2024-06-10')));
}

/** What the check finds differs with the words, so that here it finds always the same. */
function documentOf(typed: string): readonly string[] {
  const record = aRecordOf(typed);
  // Items whose link is one are a list, others a table.
  const actionItems = record.actionItems.map((item) => ({ ...item, permalink: undefined }));
  return canvasParts(draftPostmortem({ ...record, actionItems }), [aFinding({ text: typed })]);
}

/** So many events, an hour and a day's worth of them, each with these words. */
function manyEvents(count: number, text: string): IncidentRecord {
  const events = Array.from({ length: count }, (_, index) => {
    const minutes = index % 1_440;
    const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
    return anEventAt(time, {
      id: timelineEventId(`01HZZZ${index}`),
      text: `${text} ${index}.`,
      permalink: `https://x.slack.com/archives/C1/p${index}`,
    });
  });
  return aRecord({ events });
}

describe('canvasParts', () => {
  it('tells a whole incident', async () => {
    const [only = '', ...others] = partsOf(aWholeRecord());

    expect(others).toEqual([]);
    await expect(only).toMatchFileSnapshot('__snapshots__/whole-canvas.md.snap');
  });

  it('is in several parts where it is long, each of which begins with something of its own', () => {
    const parts = partsOf(
      manyEvents(2_000, 'The connection pool is still exhausted, and so is everybody who looks at it'),
    );

    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts) {
      expect(part.length).toBeLessThanOrEqual(100_000);
      expect(part).toMatch(/^(?:\*\*|#|- |_|\|)/u);
    }
    const whole = parts.join('\n\n');
    expect(whole.match(/still exhausted/gu)).toHaveLength(2_000);
    expect(whole.match(/https:\/\/x\.slack\.com\/archives\/C1\/p\d+\)/gu)).toHaveLength(2_000);
    expect(whole).toContain('## Figures');
  });

  it('leaves out the end of a section that nobody would read, and says where it is', () => {
    const whole = canvasParts(draftPostmortem(manyEvents(2_000, 'x'.repeat(4_000))), []).join('\n\n');

    expect(whole.length).toBeLessThan(700_000);
    expect(whole).toContain('_The rest of this section stands in the files._');
    expect(whole).toContain('## Action items');
    expect(whole).toContain('## Figures');
  });

  it('has no heading below the third level, no HTML, and nothing nested in a list', () => {
    const text = 'It was `max = 5`:\n\n```\nmax = 5 | 50\n```\n- see `pool.yaml`\n#### big';
    const whole = partsOf(aRecord({ narrative: narrativeOf({ 'root-cause': text }) })).join('\n\n');

    expect(whole).toContain('It was `max = 5`:\n\n```\nmax = 5 | 50\n```\n\n- see `pool.yaml`\n\n\\#### big');
    expect(whole).not.toMatch(/^#{4}|<br>/mu);
  });

  it('mentions nobody, unfurls nothing and keeps its shape, whatever people type', () => {
    const expected = shapeOf(documentOf('word'));

    fc.assert(
      fc.property(fc.oneof(anyTypedText, fc.constantFrom(...AIMED)), (typed) => {
        expect(shapeOf(documentOf(`word${typed}`))).toEqual(expected);
        expect(shapeOf(documentOf(`${typed}word`))).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });

  it('shows what people typed as they typed it, but for the marks that make code of it', () => {
    fc.assert(
      fc.property(anyTypedText, (typed) => {
        const record = aRecord({ events: [anEventAt('15:30', { text: `a${typed}b`, permalink: undefined })] });
        const whole = partsOf(record).join('\n\n');
        const line = whole.split('\n').find((candidate) => candidate.includes('**note:**')) ?? '';
        const shown = (parser.parseInline(line.slice(line.indexOf('**note:**') + 9), {})[0]?.children ?? [])
          .map(({ content }) => content)
          .join('');

        // A break between lines is told by a stroke.
        expect(marksIn(shown.slice(0, shown.lastIndexOf(' (')))).toBe(marksIn(`a${typed}b`));
      }),
      { numRuns: 100 },
    );
  });
});

/** What Slack's canvases give a meaning to that others do not. */
const AIMED = [
  '![](@U0ANA)',
  '![](#C0GENERAL)',
  '![](https://x.y)',
  '\n::: {.callout}\n',
  '![](slack_date:2026-01-01)',
  '\n- [ ] done',
  '<@U0ANA>',
  '<!channel>',
];

const COUNTED = [
  'table_open',
  'tr_open',
  'td_open',
  'heading_open',
  'blockquote_open',
  'strong_open',
  'em_open',
  's_open',
];
const FORBIDDEN = ['html_block', 'html_inline', 'code_block', 'image', 'hr', 'ordered_list_open'];

function shapeOf(parts: readonly string[]) {
  const tokens = parser.parse(parts.join('\n\n'), {}).flatMap((token) => [token, ...(token.children ?? [])]);
  const addresses = tokens.filter(({ type }) => type === 'link_open').map((token) => String(token.attrGet('href')));
  return {
    counts: COUNTED.map((type) => `${type}: ${tokens.filter((token) => token.type === type).length}`),
    forbidden: tokens.filter(({ type }) => FORBIDDEN.includes(type)).map(({ type, content }) => `${type}: ${content}`),
    strangeAddresses: addresses.filter((address) => !/^https?:\/\//u.test(address)),
  };
}

/** Without what parts words and lines, and without the marks of code. */
function marksIn(text: string): string {
  return text.replaceAll(/[`/\p{Cc}\s\u2003\u202a-\u202e\u2066-\u2069]/gu, '');
}
