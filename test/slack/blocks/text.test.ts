import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut, cutPlain, cutTyped, escapeMrkdwn } from '../../../src/slack/blocks/text.ts';

describe('escapeMrkdwn', () => {
  it.each([
    ['<!channel>', '&lt;!channel&gt;'],
    ['<@U1> & co', '&lt;@U1&gt; &amp; co'],
    ['*bold*', '*bold*'],
    ['@channel', '@channel'],
    ['see https://x.y/a?b=1&c=2.', 'see <https://x.y/a?b=1&amp;c=2>.'],
    ['(http://x.y)', '(<http://x.y>)'],
    ['<https://x.y|z>', '&lt;<https://x.y>|z&gt;'],
    ['`https://x.y`', '`<https://x.y>`'],
    ['(https://x.y/a_(b))', '(<https://x.y/a_(b)>)'],
    ['a\u202eb\u2066c', 'a\u200bb\u200bc'],
    ['https://', 'https://'],
  ])('escapes %j', (typed, safe) => {
    expect(escapeMrkdwn(typed)).toBe(safe);
  });
});

describe('cut', () => {
  it('leaves what fits', () => {
    expect(cut('abc', 3)).toBe('abc');
  });

  it.each([
    ['abcdef', 4, 'abc…'],
    ['ab&amp;cd', 5, 'ab…'],
    ['ab<https://x|y>', 8, 'ab…'],
    ['ab🔥cd', 4, 'ab…'],
  ])('cuts %j to %i', (text, longest, shown) => {
    expect(cut(text, longest)).toBe(shown);
  });
});

describe('cutTyped', () => {
  it.each([
    ['R&D <is> down', 100, 'R&amp;D &lt;is&gt; down'],
    ['R&D is down', 4, 'R…'],
    ['see https://x.y/a', 19, 'see <https://x.y/a>'],
    ['see https://x.y/a', 18, 'see https://x.y/…'],
    ['https://x.y/abc?d=1&e=2', 10, 'https://…'],
    ['https://x.y/abc?d=1&e=2', 25, 'https://x.y/abc?d=1…'],
    ['https://x.y or https://z.y/abc', 28, '<https://x.y> or https://z…'],
    ['see https://x.y', 6, 'see …'],
  ])('cuts %j to %i', (typed, longest, shown) => {
    expect(cutTyped(typed, longest)).toBe(shown);
  });

  it('never exceeds the limit nor opens a mention, whatever was typed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.webUrl({ withQueryParameters: true })), { maxLength: 8 }),
        fc.integer({ min: 1, max: 100 }),
        (words, longest) => {
          const shown = cutTyped(words.join(' '), longest);

          expect(shown.length).toBeLessThanOrEqual(longest);
          expect(shown.replaceAll(/<https?:[^<>]*>/gu, '')).not.toMatch(/[<>]/u);
          expect(shown.isWellFormed()).toBe(true);
        },
      ),
    );
  });
});

describe('cutPlain', () => {
  it.each([
    ['abc', 3, 'abc'],
    ['p99 < 100ms', 9, 'p99 < 10…'],
    ['R&D is down', 4, 'R&D…'],
    ['ab🔥cd', 4, 'ab…'],
  ])('cuts %j to %i', (text, longest, shown) => {
    expect(cutPlain(text, longest)).toBe(shown);
  });
});
