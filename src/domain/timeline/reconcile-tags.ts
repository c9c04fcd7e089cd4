import type { MessageRef, PersonId } from '../ids.ts';
import { justAfter, latestOf } from './changed-at.ts';
import { reactionName } from './reaction-name.ts';
import { BY_HAND, type Tag } from './tagging.ts';
import type { SpokenKind } from './timeline-event.ts';

/** Who stands behind one reaction of a message, as the chat system lists them: the first first. */
export interface StandingReaction {
  /** With or without a skin tone. */
  readonly name: string;
  readonly by: readonly PersonId[];
}

interface Reading {
  readonly message: MessageRef;
  /** The tags as they were known before the reactions were read: what was heard meanwhile is newer than the reading. */
  readonly known: readonly Tag[];
  readonly standing: readonly StandingReaction[];
  /** What was heard later than this may be too new for the reading, and is not taken back for want of it. */
  readonly asOf: string;
  /** What a reaction means by the policy; nothing for most. */
  readonly kindOf: (reaction: string) => SpokenKind | undefined;
}

/**
 * The tags that must be set or taken back, so that they agree with the reactions that stand. Each is dated as early as
 * it can have been, so that whatever was or will be heard of it as it happened is newer and wins: after what is known of
 * it, of those before it in the list, and of a retraction by hand, which what still stands must not fall victim to.
 * What forms did is left alone.
 */
export function reconcileTags(reading: Reading): readonly Tag[] {
  const reactions = withoutSkinTones(reading.standing);
  return [...takenBack(reading, reactions), ...newlySet(reading, reactions)];
}

function takenBack({ known, asOf }: Reading, reactions: ReadonlyMap<string, ReadonlySet<PersonId>>): readonly Tag[] {
  return known
    .filter(({ reaction, isSet, by }) => isSet && reaction !== BY_HAND && reactions.get(reaction)?.has(by) !== true)
    .filter(({ changedAt }) => changedAt <= asOf)
    .map((tag) => ({ ...tag, isSet: false, changedAt: justAfter(tag.changedAt) }));
}

function newlySet(reading: Reading, reactions: ReadonlyMap<string, ReadonlySet<PersonId>>): readonly Tag[] {
  let begun: string = reading.message.key;
  return [...reactions].flatMap(([reaction, people]) => {
    const kind = reading.kindOf(reaction);
    if (kind === undefined) {
      return [];
    }
    const dated = dateTags(reading, { reaction, kind, people, after: begun });
    begun = dated[0]?.changedAt ?? begun;
    return dated.filter((tag) => !reading.known.includes(tag));
  });
}

/** Everybody's tag by one reaction, each later than the one before. */
function dateTags(
  { message, known }: Reading,
  reaction: {
    readonly reaction: string;
    readonly kind: SpokenKind;
    readonly people: ReadonlySet<PersonId>;
    readonly after: string;
  },
): readonly Tag[] {
  const retractedAt = known.find((tag) => tag.reaction === BY_HAND && !tag.isSet)?.changedAt ?? '';
  let before = reaction.after;
  return [...reaction.people].map((by) => {
    const earlier = known.find((tag) => tag.reaction === reaction.reaction && tag.by === by);
    if (earlier?.isSet === true) {
      before = latestOf(before, earlier.changedAt);
      return earlier;
    }
    before = justAfter(latestOf(before, earlier?.changedAt ?? '', retractedAt));
    return { message, by, reaction: reaction.reaction, kind: reaction.kind, isSet: true, changedAt: before };
  });
}

/** One person may react in several skin tones, which is one tag. */
function withoutSkinTones(standing: readonly StandingReaction[]): ReadonlyMap<string, ReadonlySet<PersonId>> {
  const reactions = new Map<string, ReadonlySet<PersonId>>();
  for (const { name, by } of standing) {
    const reaction = reactionName(name);
    reactions.set(reaction, new Set([...(reactions.get(reaction) ?? []), ...by]));
  }
  return reactions;
}
