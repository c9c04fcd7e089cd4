import type { IncidentId, MessageRef, PersonId } from '../../domain/ids.ts';
import { type Instant, toMilliseconds } from '../../domain/time.ts';
import { BY_HAND } from '../../domain/timeline/tagging.ts';
import type { SpokenKind } from '../../domain/timeline/timeline-event.ts';
import type { Records } from '../ports.ts';

interface ByHand {
  readonly incidentId: IncidentId;
  readonly message: MessageRef;
  readonly kind: SpokenKind;
  readonly by: PersonId;
  readonly isSet: boolean;
}

/** What a form does, as the last word among the tags: the clocks that told of the others need not agree with ours. */
export async function tagByHand(records: Records, tag: ByHand, now: Instant): Promise<void> {
  const { incidentId, ...rest } = tag;
  const earlier = (await records.tags.list(incidentId, tag.message)).map(
    ({ changedAt }) => microseconds(changedAt) + 1,
  );
  const changedAt = inSeconds(Math.max(toMilliseconds(now) * 1_000, ...earlier));
  await records.tags.set(incidentId, { ...rest, reaction: BY_HAND, changedAt });
}

/** Seconds with six decimals, as the chat system tells when a reaction was set. */
function inSeconds(micro: number): string {
  return `${Math.floor(micro / 1_000_000)}.${String(micro % 1_000_000).padStart(6, '0')}`;
}

function microseconds(seconds: string): number {
  return Math.round(Number(seconds) * 1_000_000);
}
