import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelId, messageKey, personId } from '../../../src/domain/ids.ts';
import { reconcileTags, type StandingReaction } from '../../../src/domain/timeline/reconcile-tags.ts';
import { BY_HAND, type Tag, taggingOf } from '../../../src/domain/timeline/tagging.ts';
import type { SpokenKind } from '../../../src/domain/timeline/timeline-event.ts';

const message = { channel: channelId('C1'), key: messageKey('1715090400.000001') };
const [ana, ben, mahari] = [personId('U1'), personId('U2'), personId('U3')];
const KINDS: Readonly<Record<string, SpokenKind>> = { pushpin: 'note', bulb: 'cause-found', fish: 'misleading-path' };
const kindOf = (reaction: string) => KINDS[reaction];

function aTag(overrides: Partial<Tag> = {}): Tag {
  return { message, by: ana, reaction: 'pushpin', kind: 'note', isSet: true, changedAt: at(10), ...overrides };
}

/** So many seconds after the message. */
function at(seconds: number): string {
  return `${1_715_090_400 + seconds}.000500`;
}

function reconcile(known: readonly Tag[], standing: readonly StandingReaction[]): readonly Tag[] {
  return reconcileTags({ message, known, standing, kindOf, asOf: at(1_000) });
}

/** As the store does it: of each person and reaction the newest is kept. */
function keep(known: readonly Tag[], news: readonly Tag[]): readonly Tag[] {
  return news.reduce<readonly Tag[]>((kept, tag) => {
    const earlier = kept.find(({ by, reaction }) => by === tag.by && reaction === tag.reaction);
    if (earlier !== undefined && earlier.changedAt >= tag.changedAt) {
      return kept;
    }
    return [...kept.filter((each) => each !== earlier), tag];
  }, known);
}

describe('reconcileTags', () => {
  it('sets what stands and is not known, and leaves what has no meaning', () => {
    const standing = [
      { name: 'pushpin', by: [ana, ben] },
      { name: 'joy', by: [ana] },
    ];

    expect(reconcile([aTag()], standing)).toEqual([aTag({ by: ben, changedAt: '1715090410.000501' })]);
  });

  it('takes back what is known and does not stand any more', () => {
    expect(reconcile([aTag()], [])).toEqual([aTag({ isSet: false, changedAt: '1715090410.000501' })]);
  });

  it('leaves what was heard too lately for the reading to show', () => {
    expect(reconcileTags({ message, known: [aTag()], standing: [], kindOf, asOf: at(9) })).toEqual([]);
  });

  it('sets again what was taken back and stands', () => {
    const known = [aTag({ isSet: false })];

    expect(reconcile(known, [{ name: 'pushpin', by: [ana] }])).toEqual([aTag({ changedAt: '1715090410.000501' })]);
  });

  it('takes a skin tone for nothing, and one person with two for one tag', () => {
    const standing = [
      { name: 'pushpin::skin-tone-2', by: [ana, ben] },
      { name: 'pushpin::skin-tone-5', by: [ana] },
    ];

    expect(reconcile([], standing).map(({ by, reaction }) => [by, reaction])).toEqual([
      [ana, 'pushpin'],
      [ben, 'pushpin'],
    ]);
  });

  it('leaves alone what a form did, and a tag whose reaction means nothing any more', () => {
    const known = [aTag({ reaction: BY_HAND }), aTag({ reaction: 'old_emoji', by: ben })];

    expect(reconcile(known, [{ name: 'old_emoji', by: [ben] }])).toEqual([]);
  });

  it('keeps the order of the list, so that the newest kind counts', () => {
    const standing = [
      { name: 'pushpin', by: [ana, ben] },
      { name: 'bulb', by: [mahari] },
    ];

    expect(taggingOf(reconcile([], standing))).toEqual({ kind: 'cause-found', by: [ana, ben, mahari], lastBy: mahari });
    const known = [aTag({ reaction: 'bulb', kind: 'cause-found', by: mahari, changedAt: at(20) })];
    expect(taggingOf(keep(known, reconcile(known, standing)))?.by).toEqual([ana, ben, mahari]);
  });

  it('brings back what was retracted by hand where a reaction that nobody had heard of stands', () => {
    const known = [aTag(), aTag({ reaction: BY_HAND, by: mahari, isSet: false, changedAt: at(60) })];
    expect(taggingOf(keep(known, reconcile(known, [{ name: 'pushpin', by: [ana] }])))?.by).toEqual([]);

    expect(taggingOf(keep(known, reconcile(known, [{ name: 'pushpin', by: [ana, ben] }])))?.by).toEqual([ben]);
  });

  it('leaves the kind that somebody gave it by hand', () => {
    const known = [aTag({ reaction: BY_HAND, kind: 'decision', changedAt: at(60) })];

    expect(taggingOf(keep(known, reconcile(known, [{ name: 'bulb', by: [ben] }])))?.kind).toBe('decision');
  });
});

const person = fc.constantFrom(ana, ben, mahari);
const reaction = fc.constantFrom(...Object.keys(KINDS));
const someTag = fc.record({
  by: person,
  reaction: fc.oneof(reaction, fc.constant(BY_HAND)),
  isSet: fc.boolean(),
  second: fc.nat(100),
});
const someTags = fc
  .uniqueArray(someTag, { selector: (tag) => `${tag.by} ${tag.reaction}` })
  .map((tags) => tags.map(({ second, ...tag }) => aTag({ ...tag, changedAt: at(second) })));
const someReactions = fc.uniqueArray(fc.record({ name: reaction, by: fc.uniqueArray(person, { minLength: 1 }) }), {
  selector: ({ name }) => name,
});

describe('reconcileTags, whatever was known and stands', () => {
  it('leads to tags that agree with what stands, asks for nothing more, and touches nothing done by hand', () => {
    fc.assert(
      fc.property(someTags, someReactions, (known, standing) => {
        const changes = reconcile(known, standing);
        const kept = keep(known, changes);

        expect(changes.filter((tag) => tag.reaction === BY_HAND)).toEqual([]);
        expect(reconcile(kept, standing)).toEqual([]);
        const set = kept
          .filter((tag) => tag.isSet && tag.reaction !== BY_HAND)
          .map((tag) => `${tag.reaction} ${tag.by}`);
        expect(set.sort()).toEqual(standing.flatMap(({ name, by }) => by.map((id) => `${name} ${id}`)).sort());
      }),
    );
  });

  it('never overrules what is heard of a reaction later, though the reading arrives after it', () => {
    fc.assert(
      fc.property(someTags, someReactions, person, reaction, fc.boolean(), (known, standing, by, name, isSet) => {
        const heard = aTag({ by, reaction: name, isSet, changedAt: at(200) });

        const kept = keep(keep(known, [heard]), reconcile(known, standing));

        expect(kept).toContainEqual(heard);
      }),
    );
  });
});
