import type { IncidentId, MessageRef, PersonId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import type { Mention } from '../../domain/timeline/mention.ts';
import type { SpokenKind, TimelineEvent } from '../../domain/timeline/timeline-event.ts';
import { audit } from '../audit.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import { enqueue } from '../enqueue.ts';
import { findChosenIncident, type NoSuchIncident } from '../incident/find-chosen-incident.ts';
import { findIncidentHere, type NoIncidentHere } from '../incident/find-incident-here.ts';
import type { Records } from '../ports.ts';
import type { RequesterInChannel } from '../request.ts';
import { checkNotFuture, type FutureTime } from './check-not-future.ts';
import { askToMark } from './mark-message.ts';
import { recordEvent } from './record-event.ts';
import { refreshCardAfter } from './refresh-card-after.ts';
import { askToSync } from './sync-message.ts';
import { tagByHand } from './tag-by-hand.ts';

export interface LogEvent extends RequesterInChannel {
  /** The incident that was chosen; without one, that of the channel. */
  readonly incidentId?: IncidentId | undefined;
  readonly kind: SpokenKind;
  readonly text: string;
  readonly mentions?: readonly Mention[];
  /** Now, where nobody said when. */
  readonly at: Instant | undefined;
  /** The message that asks for it. It is no source: its words are a command. */
  readonly permalink?: string | undefined;
  /** The message that it is made from, where there is one. */
  readonly source: LoggedMessage | undefined;
}

interface LoggedMessage {
  readonly message: MessageRef;
  readonly permalink: string | undefined;
  readonly saidBy: PersonId | undefined;
  /** What it said, as far as whoever logs it was shown. */
  readonly shown: string;
  /** The text is only the beginning of the message, whose whole is to take its place. */
  readonly isCut: boolean;
}

export interface LoggedEvent {
  readonly incident: Incident;
  readonly event: TimelineEvent;
}

export type LogEventRefusal =
  | AlreadyHandled
  | NoIncidentHere
  | NoSuchIncident
  | { readonly kind: 'empty-text' }
  | FutureTime
  | { readonly kind: 'already-on-timeline' };

/** Puts on the timeline what somebody says happened. A closed incident takes late events too: the record comes first. */
export async function logEvent(ports: ChangePorts, request: LogEvent): Promise<Result<LoggedEvent, LogEventRefusal>> {
  const text = request.text.trim();
  if (text === '') {
    return refuse({ kind: 'empty-text' });
  }

  return change<LoggedEvent, LogEventRefusal>(ports, request, async (records, now) => {
    const at = request.at ?? now;
    const checked = checkNotFuture(at, now);
    if (!checked.ok) {
      return checked;
    }
    const found =
      request.incidentId === undefined
        ? await findIncidentHere(records, request)
        : await findChosenIncident(records, request, request.incidentId);
    if (!found.ok) {
      return found;
    }
    const incident = found.value;
    const event = await recordOrRestore(ports, records, { ...request, incident, text, at, now });
    if (event === undefined) {
      return refuse({ kind: 'already-on-timeline' });
    }
    await enqueue(records, incident.id, now, { kind: 'post-event-line', eventId: event.id });
    await audit(records, incident, {
      by: request.personId,
      now,
      action: 'log-event',
      details: { event: event.id, kind: event.kind, at: event.at },
    });
    return accept({ incident, event });
  });
}

/** Undefined where the message is on the timeline; one that was retracted comes back as it is told now. */
async function recordOrRestore(
  ports: ChangePorts,
  records: Records,
  logged: LogEvent & { readonly incident: Incident; readonly at: Instant; readonly now: Instant },
): Promise<TimelineEvent | undefined> {
  const { incident, kind, text, mentions = [], at, now, source, personId, permalink: askedIn } = logged;
  if (source === undefined) {
    return recordEvent(ports, records, {
      incident,
      kind,
      text,
      mentions,
      at,
      now,
      recordedBy: personId,
      permalink: askedIn,
    });
  }
  const { message, permalink, saidBy, shown, isCut } = source;
  const earlier = await records.timeline.findByMessage(incident.id, message);
  if (earlier !== undefined && earlier.retractedAt === undefined) {
    return undefined;
  }
  await tagByHand(records, { incidentId: incident.id, message, kind, by: personId, isSet: true }, now);
  // Reads the message, so that a later edit is known for one.
  await askToSync(records, { incidentId: incident.id, message, askedBy: personId, at: undefined, isCut }, now);
  const taggedBy = [personId];
  if (earlier !== undefined) {
    const restored: TimelineEvent = {
      ...earlier,
      ...{ kind, text, at, taggedBy, messageText: shown, messageHash: undefined },
      ...{ retractedAt: undefined, retractedBy: undefined, redactedAt: undefined },
    };
    await records.timeline.save(restored);
    await refreshCardAfter(records, { before: earlier, after: restored }, now);
    const said = { text: earlier.text, kind: earlier.kind, at: earlier.at };
    await records.timeline.addRevision({
      eventId: earlier.id,
      of: 'event',
      ...said,
      replacedAt: now,
      replacedBy: personId,
    });
    await askToMark(records, { incident, message }, 'confirm-tag', now);
    return restored;
  }
  return recordEvent(ports, records, {
    incident,
    kind,
    text,
    at,
    now,
    recordedBy: personId,
    saidBy,
    source: { message, permalink, text: shown, taggedBy },
  });
}
