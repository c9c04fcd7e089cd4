import type { MessageRef, PersonId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import type { SpokenKind, TimelineEvent } from '../../domain/timeline/timeline-event.ts';
import { audit } from '../audit.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import { enqueue } from '../enqueue.ts';
import { findIncidentHere, type NoIncidentHere } from '../incident/find-incident-here.ts';
import type { RequesterInChannel } from '../request.ts';
import { checkNotFuture, type FutureTime } from './check-not-future.ts';
import { recordEvent } from './record-event.ts';

export interface LogEvent extends RequesterInChannel {
  readonly kind: SpokenKind;
  readonly text: string;
  /** Now, where nobody said when. */
  readonly at: Instant | undefined;
  /** The message that it is made from, where there is one. */
  readonly source:
    | { readonly message: MessageRef; readonly permalink: string | undefined; readonly saidBy: PersonId | undefined }
    | undefined;
}

export interface LoggedEvent {
  readonly incident: Incident;
  readonly event: TimelineEvent;
}

export type LogEventRefusal =
  | AlreadyHandled
  | NoIncidentHere
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
    const found = await findIncidentHere(records, request);
    if (!found.ok) {
      return found;
    }
    const incident = found.value;
    const event = await recordEvent(ports, records, {
      incident,
      kind: request.kind,
      text,
      at,
      now,
      recordedBy: request.personId,
      ...(request.source === undefined ? {} : { saidBy: request.source.saidBy, source: request.source }),
    });
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
