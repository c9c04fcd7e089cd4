import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { markdownTranscript } from '../../../../src/domain/postmortem/markdown/markdown-transcript.ts';
import type { SaidEntry } from '../../../../src/domain/postmortem/outline/outline.ts';
import { timeOfDay } from '../../../../src/domain/tell-time.ts';
import { UTC } from '../../../../src/domain/time.ts';
import { at } from '../../../support/record-builder.ts';

const time = timeOfDay(at('15:20'), UTC);

function said(overrides: Partial<SaidEntry>): SaidEntry {
  return { time, saidBy: 'Ana', text: 'Pool is full', isReply: false, note: undefined, ...overrides };
}

function render(...entries: readonly SaidEntry[]): string {
  return new MarkdownIt({ html: true }).render(markdownTranscript([{ title: '2024-06-09 (Sunday)', said: entries }]));
}

describe('markdownTranscript', () => {
  it('shows what somebody typed as it was typed, whatever it looks like', () => {
    const text = '# no heading\n- no list\n> no quote\n<b>no tag</b> `no code` *not bold* [no](http://link)';

    const html = render(said({ text, saidBy: '*Ana*' }), said({ isReply: true, text: '1. no list' }));

    expect(html).not.toMatch(/<h1|<blockquote|<b>|<code|<em>|<ol/u);
    expect(html.match(/<ul>/gu)).toHaveLength(2);
    expect(html.match(/<br>/gu)).toHaveLength(3);
    expect(html).toContain('15:20 UTC <strong>*Ana*:</strong> # no heading<br>');
  });

  it('keeps one entry a message, whatever people typed', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 4 }), (texts) => {
        const html = render(...texts.map((text) => said({ text })));

        expect(html.match(/<li>/gu)).toHaveLength(texts.length);
        expect(html).not.toMatch(/<(?!\/?(?:h3|ul|li|strong|br|a)\b)/u);
      }),
    );
  });
});
