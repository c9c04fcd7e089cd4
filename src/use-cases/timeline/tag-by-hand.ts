import type { IncidentId, MessageRef, PersonId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import { changedAtOf, justAfter, latestOf } from '../../domain/timeline/changed-at.ts';
import { BY_HAND, type KIND_BY_HAND } from '../../domain/timeline/tagging.ts';
import type { SpokenKind } from '../../domain/timeline/timeline-event.ts';
import type { Records } from '../ports.ts';

interface ByHand {
  readonly incidentId: IncidentId;
  readonly message: MessageRef;
  readonly kind: SpokenKind;
  readonly by: PersonId;
  readonly isSet: boolean;
  /** The form itself, unless only the kind was corrected in it. */
  readonly reaction?: typeof BY_HAND | typeof KIND_BY_HAND;
}

/** What a form does, as the last word among the tags: the clocks that told of the others need not agree with ours. */
export async function tagByHand(records: Records, tag: ByHand, now: Instant): Promise<void> {
  const { incidentId, ...rest } = tag;
  const earlier = (await records.tags.list(incidentId, tag.message)).map(({ changedAt }) => justAfter(changedAt));
  const changedAt = latestOf(changedAtOf(now), ...earlier);
  await records.tags.set(incidentId, { reaction: BY_HAND, ...rest, changedAt });
}
