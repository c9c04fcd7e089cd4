import fc from 'fast-check';
import markdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { checkRecord } from '../../../../src/domain/postmortem/check/check-record.ts';
import type { Finding } from '../../../../src/domain/postmortem/check/finding.ts';
import { draftPostmortem } from '../../../../src/domain/postmortem/draft-postmortem.ts';
import { postmortemMarkdown } from '../../../../src/domain/postmortem/markdown/postmortem-markdown.ts';
import type { IncidentRecord } from '../../../../src/domain/postmortem/record.ts';
import { UTC } from '../../../../src/domain/time.ts';
import { anEventAt, aRecord, at, narrativeOf } from '../../../support/record-builder.ts';
import { aFinding } from '../../../support/stated-builder.ts';
import { aRecordOf } from '../../../support/typed-record.ts';
import { anyTypedText } from '../../../support/typed-text.ts';
import { aWholeRecord } from '../../../support/whole-record.ts';

const parser = markdownIt({ html: true });

describe('postmortemMarkdown', () => {
  it('tells a whole incident', async () => {
    const markdown = markdownOf(aWholeRecord());

    await expect(markdown).toMatchFileSnapshot('__snapshots__/whole-postmortem.md.snap');
  });

  it('tells what is missing of an incident that was just declared', async () => {
    const markdown = markdownOf(aRecord());

    await expect(markdown).toMatchFileSnapshot('__snapshots__/empty-postmortem.md.snap');
  });

  it('says nothing of missing things when there are none', () => {
    const markdown = postmortemMarkdown(draftPostmortem(aWholeRecord()), []);

    expect(markdown).not.toContain('This is a draft');
    expect(markdown).not.toContain('What is still missing');
  });

  it('tells times once where the zone is UTC', () => {
    const record = aRecord({ zone: UTC, events: [anEventAt('15:30')] });

    const markdown = postmortemMarkdown(draftPostmortem(record), []);

    expect(markdown).toContain('| 15:30 UTC | note |');
    expect(markdown).toContain('- **Times:** UTC\n');
  });

  it.each([
    ['javascript:alert(1)', '| message |'],
    ['https://a.slack.com/p1?x=1&copy=2', '| [message](https://a.slack.com/p1?x=1&copy=2) |'],
    ['https://a.slack.com/p1?x=1&lt;=2', '| [message](https://a.slack.com/p1?x=1&amp;lt;=2) |'],
  ])('links to %s as %s', (permalink, cell) => {
    const record = aRecord({ events: [anEventAt('15:30', { permalink })] });

    expect(postmortemMarkdown(draftPostmortem(record), [])).toContain(`| Mahari ${cell}`);
  });

  it.each([
    ['`select *` took 30 s', '| `select *` took 30 s |'],
    ['```a | b\n  *c*\n```then', '| `a \\| b`<br>`  *c*`<br>then |'],
    ['• first\n    ◦ second\n1. third', '| • first<br>\u2003◦ second<br>1\\. third |'],
    ['the graph (https://x.y/a_(b))', '| the graph ([https\\://x.y/a\\_(b)](https://x.y/a_%28b%29)) |'],
    ['`` ` ``', '| \\`\\` \\` \\`\\` |'],
    ['`a\\|b`', '| a\\\\\\|b |'],
  ])('shows %j in a row of the timeline as %s', (text, cell) => {
    const record = aRecord({ events: [anEventAt('15:30', { text })] });

    expect(postmortemMarkdown(draftPostmortem(record), [])).toContain(cell);
  });

  it('shows code in what people wrote as code', () => {
    const text = 'It was `max = 5`:\n```\nmax = 5 | 50\n```\n- see `pool.yaml`';
    const record = aRecord({ narrative: narrativeOf({ 'root-cause': text }) });

    expect(postmortemMarkdown(draftPostmortem(record), [])).toContain(
      'It was `max = 5`:\n\n```\nmax = 5 | 50\n```\n\n- see `pool.yaml`',
    );
  });

  it('keeps its shape whatever people type', () => {
    const expected = shapeOf(documentOf('word'));

    fc.assert(
      fc.property(anyTypedText, (typed) => {
        expect(shapeOf(documentOf(`word${typed}`))).toEqual(expected);
        expect(shapeOf(documentOf(`${typed}word`))).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });
});

function documentOf(typed: string): string {
  const findings: readonly Finding[] = [aFinding({ text: typed })];
  return postmortemMarkdown(draftPostmortem(aRecordOf(typed)), findings);
}

const COUNTED = [
  'table_open',
  'tr_open',
  'th_open',
  'td_open',
  'heading_open',
  'blockquote_open',
  'strong_open',
  'em_open',
  's_open',
];
const FORBIDDEN = ['html_block', 'html_inline', 'code_block', 'image', 'hr', 'ordered_list_open'];

function shapeOf(markdown: string) {
  const tokens = parser.parse(markdown, {}).flatMap((token) => [token, ...(token.children ?? [])]);
  const addresses = tokens.filter(({ type }) => type === 'link_open').map((token) => String(token.attrGet('href')));
  return {
    counts: COUNTED.map((type) => `${type}: ${tokens.filter((token) => token.type === type).length}`),
    forbidden: tokens
      .filter(({ type, content }) => FORBIDDEN.includes(type) && content !== '<br>')
      .map(({ type, content }) => `${type}: ${content}`),
    strangeAddresses: addresses.filter((address) => !/^https?:\/\/|^#what-is-still-missing$/.test(address)),
  };
}

function markdownOf(record: IncidentRecord): string {
  const postmortem = draftPostmortem(record);
  return postmortemMarkdown(postmortem, checkRecord(record, postmortem, at('09:00', '2024-06-10')));
}
