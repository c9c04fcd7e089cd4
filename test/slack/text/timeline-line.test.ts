import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timelineLine } from '../../../src/slack/text/timeline-line.ts';
import { anEventAt } from '../../support/record-builder.ts';
import { anyTypedText } from '../../support/typed-text.ts';

function lineOf(text: string, longest = 300): string {
  return timelineLine({
    event: anEventAt('15:20', { text, permalink: 'https://x.slack.com/archives/C1/p1' }),
    saidBy: 'Ana',
    longest,
  });
}

describe('timelineLine', () => {
  it.each([
    ['a `b` *c*', 'a `b` *c* — Ana'],
    ['see\n```a | b\n  *c*```\ndone', 'see `a | b *c*` done — Ana'],
    ['• first\n    ◦ second\n1. third', '• first ◦ second 1. third — Ana'],
    ['the graph (https://x.y/a)', 'the graph (<https://x.y/a>) — Ana'],
    ['> a quote :fire:', '&gt; a quote :fire: — Ana'],
    ['``` ```', '``` ``` — Ana'],
  ])('shows %j on one line', (text, shown) => {
    expect(lineOf(text)).toContain(` ${shown} · <https://x.slack.com/archives/C1/p1|message>`);
  });

  it('closes code that is cut off', () => {
    expect(lineOf('a `bcdefghij` k', 8)).toContain('a `bcde…` — Ana');
  });

  it('is one line that notifies nobody, whatever was typed', () => {
    fc.assert(
      fc.property(anyTypedText, fc.integer({ min: 20, max: 60 }), (typed, longest) => {
        const line = lineOf(typed, longest);
        expect(line).not.toMatch(/[\n\r\u2028]/u);
        expect(line.replaceAll(/<(?:https?:|!date\^)[^<>]*>/gu, '')).not.toMatch(/[<>]/u);
      }),
    );
  });
});
