import fc from 'fast-check';
import markdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { checkPostmortem } from '../../../../src/domain/postmortem/check-postmortem.ts';
import { draftPostmortem } from '../../../../src/domain/postmortem/draft-postmortem.ts';
import type { Finding } from '../../../../src/domain/postmortem/finding.ts';
import { postmortemMarkdown } from '../../../../src/domain/postmortem/markdown/postmortem-markdown.ts';
import { UTC } from '../../../../src/domain/time.ts';
import { anEventAt, aRecord } from '../../../support/record-builder.ts';
import { aRecordOf } from '../../../support/typed-record.ts';
import { anyTypedText } from '../../../support/typed-text.ts';
import { aWholeRecord } from '../../../support/whole-record.ts';

const parser = markdownIt({ html: true });

describe('postmortemMarkdown', () => {
  it('tells a whole incident', async () => {
    const postmortem = draftPostmortem(aWholeRecord());

    const markdown = postmortemMarkdown(postmortem, checkPostmortem(postmortem));

    await expect(markdown).toMatchFileSnapshot('__snapshots__/whole-postmortem.md.snap');
  });

  it('tells what is missing of an incident that was just declared', async () => {
    const postmortem = draftPostmortem(aRecord());

    const markdown = postmortemMarkdown(postmortem, checkPostmortem(postmortem));

    await expect(markdown).toMatchFileSnapshot('__snapshots__/empty-postmortem.md.snap');
  });

  it('says nothing of missing things when there are none', () => {
    const markdown = postmortemMarkdown(draftPostmortem(aWholeRecord()), []);

    expect(markdown).not.toContain('draft');
    expect(markdown).not.toContain('What is still missing');
  });

  it('tells times once where the zone is UTC', () => {
    const record = aRecord({ zone: UTC, events: [anEventAt('15:30')] });

    const markdown = postmortemMarkdown(draftPostmortem(record), []);

    expect(markdown).toContain('| 15:30 UTC | note |');
    expect(markdown).toContain('- **Times:** UTC\n');
  });

  it.each([
    ['javascript:alert(1)', '|  |'],
    ['https://a.slack.com/p1?x=1&copy=2', '| [message](https://a.slack.com/p1?x=1&copy=2) |'],
    ['https://a.slack.com/p1?x=1&lt;=2', '| [message](https://a.slack.com/p1?x=1&amp;lt;=2) |'],
  ])('links to %s as %s', (permalink, cell) => {
    const record = aRecord({ events: [anEventAt('15:30', { permalink })] });

    expect(postmortemMarkdown(draftPostmortem(record), [])).toContain(`| Mahari ${cell}`);
  });

  it('keeps its shape whatever people type', () => {
    const expected = shapeOf(documentOf('word'));

    fc.assert(
      fc.property(anyTypedText, (typed) => {
        expect(shapeOf(documentOf(`word${typed}`))).toEqual(expected);
        expect(shapeOf(documentOf(`${typed}word`))).toEqual(expected);
        expect(documentOf(typed)).not.toContain('<');
      }),
      { numRuns: 100 },
    );
  });

  it('shows what people typed as they typed it', () => {
    fc.assert(
      fc.property(anyTypedText, (typed) => {
        const record = aRecord({ events: [anEventAt('15:30', { text: `a${typed}b`, permalink: undefined })] });

        const cells = cellsOf(postmortemMarkdown(draftPostmortem(record), []));

        expect(cells[2]).toBe(asOneLine(`a${typed}b`));
      }),
      { numRuns: 100 },
    );
  });
});

function documentOf(typed: string): string {
  const findings: readonly Finding[] = [{ rule: 'some-rule', level: 'must', section: 'summary', text: typed }];
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
const FORBIDDEN = [
  'html_block',
  'html_inline',
  'fence',
  'code_block',
  'code_inline',
  'image',
  'hr',
  'ordered_list_open',
];

function shapeOf(markdown: string) {
  const tokens = parser.parse(markdown, {}).flatMap((token) => [token, ...(token.children ?? [])]);
  const addresses = tokens.filter(({ type }) => type === 'link_open').map((token) => String(token.attrGet('href')));
  return {
    counts: COUNTED.map((type) => `${type}: ${tokens.filter((token) => token.type === type).length}`),
    forbidden: tokens.filter(({ type }) => FORBIDDEN.includes(type)).map(({ type, content }) => `${type}: ${content}`),
    strangeAddresses: addresses.filter((address) => !/^https?:\/\/|^#what-is-still-missing$/.test(address)),
  };
}

/** The texts of the first table's body. */
function cellsOf(markdown: string): readonly string[] {
  const tokens = parser.parse(markdown, {});
  return tokens
    .filter((_, index) => tokens[index - 1]?.type === 'td_open')
    .map((token) => (token.children ?? []).map(({ content }) => content).join(''));
}

function asOneLine(text: string): string {
  return text
    .split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/u)
    .map((line) => line.replace(/[^\P{Cc}\t]/gu, '').trim())
    .filter((line) => line !== '')
    .join(' / ');
}
