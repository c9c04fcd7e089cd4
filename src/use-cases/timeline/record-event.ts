import { type MessageRef, type PersonId, type TimelineEventId, timelineEventId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Instant } from '../../domain/time.ts';
import type { EventFile } from '../../domain/timeline/event-file.ts';
import type { Mention } from '../../domain/timeline/mention.ts';
import type { TimelineEvent, TimelineKind } from '../../domain/timeline/timeline-event.ts';
import type { Ports, Records } from '../ports.ts';
import { refreshCardAfter } from './refresh-card-after.ts';

/** The message that an event is made from. */
export interface EventSource {
  readonly message: MessageRef;
  readonly permalink: string | undefined;
  /** What it says, and the hash of it as the chat system keeps it, where that was read. */
  readonly text?: string;
  readonly hash?: string;
  readonly files?: readonly EventFile[];
  readonly taggedBy?: readonly PersonId[];
}

export interface Happening {
  readonly incident: Incident;
  readonly kind: TimelineKind;
  readonly text: string;
  readonly mentions?: readonly Mention[];
  readonly at: Instant;
  readonly now: Instant;
  readonly recordedBy: PersonId;
  /** Whoever recorded it, unless another person's or app's message was tagged. */
  readonly saidBy?: PersonId | undefined;
  /** Where it was asked for, where that is a message and no source. */
  readonly permalink?: string | undefined;
  readonly source?: EventSource;
  /** The event whose story it goes on with. */
  readonly about?: TimelineEventId | undefined;
}

/** Writes an event on the timeline, in the caller's transaction. Undefined where its message already made one. */
export async function recordEvent(
  ports: Pick<Ports, 'ids' | 'hash'>,
  records: Records,
  happening: Happening,
): Promise<TimelineEvent | undefined> {
  const { incident, kind, text, at, now, recordedBy, source } = happening;
  const event: TimelineEvent = {
    id: timelineEventId(ports.ids.next()),
    incidentId: incident.id,
    kind,
    text,
    mentions: happening.mentions ?? [],
    at,
    saidBy: 'saidBy' in happening ? happening.saidBy : recordedBy,
    recordedBy,
    recordedAt: now,
    message: source?.message,
    permalink: source?.permalink ?? happening.permalink,
    messageText: source?.text,
    madeFrom: source?.hash ?? ports.hash(text),
    messageHash: source?.hash,
    messageEditedAt: undefined,
    files: source?.files ?? [],
    taggedBy: source?.taggedBy ?? [],
    retractedAt: undefined,
    retractedBy: undefined,
    messageDeletedAt: undefined,
    settled: undefined,
    about: happening.about,
    line: undefined,
    redactedAt: undefined,
  };
  if (!(await records.timeline.add(event))) {
    return undefined;
  }
  await refreshCardAfter(records, { after: event }, now);
  return event;
}
