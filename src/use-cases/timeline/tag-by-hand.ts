import type { MessageRef, PersonId } from '../../domain/ids.ts';
import { type Instant, SECOND, toMilliseconds } from '../../domain/time.ts';
import { BY_HAND, type Tag } from '../../domain/timeline/tagging.ts';
import type { SpokenKind } from '../../domain/timeline/timeline-event.ts';

/** What a form does, as a tag among those that reactions set. */
export function tagByHand(
  { message, kind, by }: { readonly message: MessageRef; readonly kind: SpokenKind; readonly by: PersonId },
  now: Instant,
): Tag {
  // Seconds with six decimals, as the chat system tells when a reaction was set.
  const changedAt = (toMilliseconds(now) / SECOND).toFixed(6);
  return { message, by, reaction: BY_HAND, kind, isSet: true, changedAt };
}
