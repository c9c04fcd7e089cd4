import type { PersonId, TimelineEventId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import { BY_HAND, KIND_BY_HAND } from '../../domain/timeline/tagging.ts';
import { isSameEvent, isSpoken, type SpokenKind, type TimelineEvent } from '../../domain/timeline/timeline-event.ts';
import { audit } from '../audit.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import { enqueue } from '../enqueue.ts';
import type { Records } from '../ports.ts';
import type { Requester } from '../request.ts';
import { checkNotFuture, type FutureTime } from './check-not-future.ts';
import { type FoundEvent, findForCorrection, type NotCorrectable } from './find-for-correction.ts';
import { askToMark } from './mark-message.ts';
import { refreshCardAfter } from './refresh-card-after.ts';
import { tagByHand } from './tag-by-hand.ts';

/** What is left out stays as it is. */
export interface CorrectEvent extends Requester {
  readonly eventId: TimelineEventId;
  readonly text?: string;
  readonly kind?: SpokenKind;
  readonly at?: Instant | undefined;
  readonly isRetracted?: boolean;
}

export type CorrectEventRefusal = AlreadyHandled | FutureTime | { readonly kind: 'empty-text' } | NotCorrectable;

/** Somebody of the incident's channel corrects an event, takes it back or restores it. What it said before is kept. */
export async function correctEvent(
  ports: ChangePorts,
  request: CorrectEvent,
): Promise<Result<FoundEvent, CorrectEventRefusal>> {
  if (request.text?.trim() === '') {
    return refuse({ kind: 'empty-text' });
  }
  return change<FoundEvent, CorrectEventRefusal>(ports, request, async (records, now) => {
    const found = await findForCorrection(records, request.eventId, request.personId);
    if (!found.ok) {
      return found;
    }
    const { incident, event } = found.value;
    const corrected = apply(event, request, now);
    const checked = checkNotFuture(corrected.at, now);
    if (!checked.ok) {
      return checked;
    }
    if (!isSameEvent(corrected, event)) {
      await store(records, { incident, event, corrected, by: request.personId, now });
    }
    return accept({ incident, event: corrected });
  });
}

function apply(event: TimelineEvent, request: CorrectEvent, now: Instant): TimelineEvent {
  const { text, kind, at, isRetracted = event.retractedAt !== undefined, personId } = request;
  return {
    ...event,
    text: text?.trim() ?? event.text,
    kind: kind ?? event.kind,
    at: at ?? event.at,
    retractedAt: isRetracted ? (event.retractedAt ?? now) : undefined,
    retractedBy: isRetracted ? (event.retractedBy ?? personId) : undefined,
  };
}

interface Correction {
  readonly incident: Incident;
  readonly event: TimelineEvent;
  readonly corrected: TimelineEvent;
  readonly by: PersonId;
  readonly now: Instant;
}

async function store(records: Records, correction: Correction): Promise<void> {
  const { incident, event, corrected, by, now } = correction;
  await records.timeline.save(corrected);
  await refreshCardAfter(records, { before: event, after: corrected }, now);
  const { text, kind, at } = event;
  await records.timeline.addRevision({
    eventId: event.id,
    of: 'event',
    text,
    kind,
    at,
    replacedAt: now,
    replacedBy: by,
  });
  await markMessage(records, correction);
  await enqueue(records, incident.id, now, { kind: 'post-event-line', eventId: event.id });
  await audit(records, incident, {
    by,
    now,
    action: 'correct-event',
    details: {
      event: event.id,
      kind: corrected.kind,
      at: corrected.at,
      isRetracted: corrected.retractedAt !== undefined,
    },
  });
}

/** The last word on an event made from a message stands among its tags, or they would undo it. */
async function markMessage(records: Records, { incident, event, corrected, by, now }: Correction): Promise<void> {
  const { message } = event;
  if (message === undefined || !isSpoken(corrected.kind)) {
    return;
  }
  const isSet = corrected.retractedAt === undefined;
  const isMoved = isSet !== (event.retractedAt === undefined);
  if (isMoved || corrected.kind !== event.kind) {
    const reaction = isMoved ? BY_HAND : KIND_BY_HAND;
    await tagByHand(records, { incidentId: incident.id, message, kind: corrected.kind, by, isSet, reaction }, now);
  }
  if (isMoved) {
    await askToMark(records, { incident, message }, isSet ? 'confirm-tag' : 'unconfirm-tag', now);
  }
}
