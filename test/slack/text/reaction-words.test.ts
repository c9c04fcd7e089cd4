import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../../src/policy.ts';
import { everyTagHint, mainReaction, tagHint } from '../../../src/slack/text/reaction-words.ts';

describe('mainReaction', () => {
  it.each([
    ['the first that makes a note', { eyes: 'investigation', star: 'note', pushpin: 'note' }, ':star:'],
    ['else the first', { eyes: 'investigation', bulb: 'cause-found' }, ':eyes:'],
    ['else none', {}, undefined],
  ] as const)('is %s', (_, reactions, main) => {
    expect(mainReaction(reactions)).toBe(main);
  });
});

describe('everyTagHint', () => {
  it('names each reaction that says what it was', () => {
    expect(everyTagHint({ star: 'note', fish: 'misleading-path', eyes: 'investigation' })).toBe(
      ':star: on a message puts it on the timeline; others say what it was: :fish: misleading path, :eyes: investigation',
    );
  });

  it('is the short one where all make notes, and nothing where there are none', () => {
    expect(everyTagHint({ star: 'note' })).toBe(tagHint({ star: 'note' }));
    expect(everyTagHint({})).toBeUndefined();
  });

  it('tells of every reaction that we come with but the second for a note', () => {
    const names = Object.keys(defaultPolicy.reactions).filter((name) => name !== 'round_pushpin');
    for (const name of names) {
      expect(everyTagHint(defaultPolicy.reactions)).toContain(`:${name}:`);
    }
  });
});
