import type { MessageRef, PersonId } from '../ids.ts';
import type { SpokenKind } from './timeline-event.ts';

/** That somebody put a message on the timeline, or took that back. Of each person and reaction the last word is kept. */
export interface Tag {
  readonly message: MessageRef;
  readonly by: PersonId;
  /** The emoji's name without its skin tone, `pushpin`, or `BY_HAND`. */
  readonly reaction: string;
  readonly kind: SpokenKind;
  readonly isSet: boolean;
  /** When, as the chat system tells it: text whose order is the order of what people did. */
  readonly changedAt: string;
}

/** In place of a reaction where a form did it. Taking an event back by hand overrules every reaction before. */
export const BY_HAND = '';

/** In place of a reaction where a form corrected the kind and nothing else: whoever did so has tagged nothing. */
export const KIND_BY_HAND = 'kind';

/** What the tags of one message come to. */
export interface Tagging {
  /** The kind of the newest tag that stands, or as it was corrected since; of the newest that was taken back where none does. */
  readonly kind: SpokenKind;
  /** Whoever's tags stand, in the order in which they set the first; none: the event is retracted. */
  readonly by: readonly PersonId[];
  /** Who did the last of it. */
  readonly lastBy: PersonId;
}

/** The same whatever the order in which the tags became known. Undefined where there never was one. */
export function taggingOf(tags: readonly Tag[]): Tagging | undefined {
  const inOrder = [...tags].sort(
    (a, b) => order(a.changedAt, b.changedAt) || order(a.by, b.by) || order(a.reaction, b.reaction),
  );
  const byHand = inOrder.findLast(({ reaction }) => reaction === BY_HAND);
  const since = byHand?.isSet === false ? byHand.changedAt : '';
  const counting = inOrder.filter(({ isSet, changedAt }) => isSet && changedAt > since);
  const standing = counting.filter(({ reaction }) => reaction !== KIND_BY_HAND);
  const last = inOrder.at(-1);
  const newest = counting.at(-1) ?? last;
  if (last === undefined || newest === undefined) {
    return undefined;
  }
  return { kind: newest.kind, by: [...new Set(standing.map(({ by }) => by))], lastBy: last.by };
}

function order(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
