import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AWAY_EMOJI, awayUntil } from '../../src/domain/people/away.ts';
import type { Instant, TimeZone } from '../../src/domain/time.ts';

const [, page = ''] = readFileSync('docs/action-items.md', 'utf8').split('### Who is away');

function listedAfter(words: string): readonly string[] {
  const [, rest = ''] = page.split(words);
  return [...(rest.split(/[;.]\n/u)[0] ?? '').matchAll(/`([^`]+)`/gu)].map(([, each = '']) => each);
}

const endsAt = '2024-05-13T09:00:00.000Z' as Instant;
const speaker = { zone: 'UTC' as TimeZone, locale: undefined };
const status = { text: '', emoji: '', endsAt, changedAt: '2024-05-07T09:00:00.000Z' as Instant };

describe('docs/action-items.md', () => {
  it('lists the emoji that say that somebody is away, and all of them', () => {
    const emoji = listedAfter('by an emoji:');
    expect(emoji.toSorted()).toEqual([...AWAY_EMOJI].toSorted());
    expect(emoji.filter((each) => awayUntil({ ...status, emoji: each }, speaker) === undefined)).toEqual([]);
  });

  it('lists words that do', () => {
    const words = listedAfter('by a word:');
    expect(words).toHaveLength(26);
    expect(words.filter((text) => awayUntil({ ...status, text }, speaker) === undefined)).toEqual([]);
  });

  it.each([
    ['back on Monday', '2024-05-13T00:00:00.000Z'],
    ['returning 3 December', '2024-12-03T00:00:00.000Z'],
    ['Vacation until 3 December', '2024-12-04T00:00:00.000Z'],
    ['back on 3 December', '2024-12-03T00:00:00.000Z'],
  ])('tells until when “%s” is', (text, until) => {
    expect(page).toContain(`\`${text}\``);
    expect(awayUntil({ ...status, text, endsAt: undefined }, speaker)).toBe(until);
  });
});
