import type { IncidentId, MessageRef, PersonId } from '../../domain/ids.ts';
import { accept } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import { taggingOf } from '../../domain/timeline/tagging.ts';
import type { ToldMessage } from '../directory.ts';
import { enqueue } from '../enqueue.ts';
import { knowPeople } from '../people/know-people.ts';
import type { Records } from '../ports.ts';
import type { Work } from '../work.ts';
import { followEvent } from './follow-event.ts';
import { makeTaggedEvent } from './make-tagged-event.ts';
import type { SyncPorts } from './message-sync.ts';
import { askToTellUnfollowed, readFrom } from './unfollowed-message.ts';

interface SyncRequest {
  readonly incidentId: IncidentId;
  readonly message: MessageRef;
  readonly askedBy: PersonId;
  /** When it happened, where somebody says that it was not when it was written. */
  readonly at: Instant | undefined;
  /** The event says only the beginning of the message until it is read. */
  readonly isCut: boolean;
  /** What it said last, where its deletion told us. */
  readonly lastTold?: ToldMessage | undefined;
  /** Who edited or deleted it, as far as we were told. */
  readonly changedBy?: PersonId | undefined;
  /** The incident's own unless it can wait. */
  readonly lane?: string;
}

export async function askToSync(records: Records, request: SyncRequest, now: Instant): Promise<void> {
  const { incidentId, message, askedBy, at, isCut, lastTold, changedBy, lane = incidentId } = request;
  await enqueue(records, lane, now, {
    kind: 'sync-message',
    incidentId,
    channel: message.channel,
    message: message.key,
    askedBy,
    at,
    isCut,
    lastTold,
    changedBy,
  });
}

/**
 * Makes the timeline agree with one message and its tags, as both are now. It does not matter which change asked for it,
 * nor in which order or how often they arrived.
 */
export async function syncMessage(ports: SyncPorts, work: Extract<Work, { kind: 'sync-message' }>): Promise<void> {
  const message = { channel: work.channel, key: work.message };
  const incident = await ports.database.records.incidents.find(work.incidentId);
  if (incident === undefined) {
    throw new Error(`no incident ${work.incidentId}`);
  }
  const read = await readFrom(ports, incident, message);
  if (read === 'unreadable') {
    await askToTellUnfollowed(ports, work);
    return;
  }
  const told = read === undefined ? work.lastTold : undefined;
  const last = told && (await ports.directory.readTold(message, told));
  const saidBy = (read ?? last)?.saidBy;
  await knowPeople(ports, incident.teamId, saidBy === undefined ? [] : [saidBy]);

  await ports.database.transaction(async (records) => {
    const tagging = taggingOf(await records.tags.list(incident.id, message));
    const event = await records.timeline.findByMessage(incident.id, message);
    const sync = { incident, message, read, last, tagging, now: ports.clock.now(), work };
    await (event === undefined ? makeTaggedEvent(ports, records, sync) : followEvent(ports, records, event, sync));
    return accept(undefined);
  });
  ports.wake();
}
