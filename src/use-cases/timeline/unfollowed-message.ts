import type { MessageRef } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { accept } from '../../domain/result.ts';
import { attempt } from '../attempt.ts';
import type { ReadMessage } from '../directory.ts';
import { findChosenIncident } from '../incident/find-chosen-incident.ts';
import { DeliveryError, type Ports } from '../ports.ts';
import type { ClaimedWork, Work } from '../work.ts';

/** How the chat system says that a channel is not for us: of a group of people without a channel it is a scope that we lack. */
const CLOSED = new Set(['not_in_channel', 'channel_not_found', 'missing_scope']);

/** What a message says; `unreadable` where it stands in a channel that is closed to us and not the incident's own. */
export async function readFrom(
  { directory }: Pick<Ports, 'directory'>,
  incident: Incident,
  message: MessageRef,
): Promise<ReadMessage | 'unreadable' | undefined> {
  try {
    return await directory.readMessage(message);
  } catch (fault) {
    if (fault instanceof DeliveryError && CLOSED.has(fault.reason) && message.channel !== incident.channel) {
      return 'unreadable';
    }
    throw fault;
  }
}

/** In place of what could not be read, so that whatever is read later counts as an edit: only an edit leads to a reading. */
const UNREAD = '';

/**
 * The event keeps what the form said. Whoever made it hears so: once for all messages of that channel, and for each of
 * which only the beginning is known.
 */
export async function askToTellUnfollowed(
  ports: Pick<Ports, 'database' | 'clock' | 'wake'>,
  work: Extract<Work, { kind: 'sync-message' }>,
): Promise<void> {
  const { incidentId, channel, message, askedBy, isCut } = work;
  await ports.database.transaction(async (records) => {
    const event = await records.timeline.findByMessage(incidentId, { channel, key: message });
    if (event !== undefined) {
      await records.timeline.save({ ...event, messageHash: event.messageHash ?? UNREAD });
      await records.work.add({
        work: { kind: 'tell-unfollowed', eventId: event.id, personId: askedBy, isCut },
        lane: `unfollowed:${askedBy}`,
        runAt: ports.clock.now(),
        dedupeKey: `unfollowed:${incidentId}:${channel}:${askedBy}${isCut ? `:${event.id}` : ''}`,
      });
    }
    return accept(undefined);
  });
  ports.wake();
}

export async function tellUnfollowed(
  ports: Pick<Ports, 'database' | 'messenger'>,
  { eventId, personId, isCut }: Extract<Work, { kind: 'tell-unfollowed' }>,
  claimed: ClaimedWork,
): Promise<void> {
  const { records } = ports.database;
  const event = await records.timeline.find(eventId);
  const whole = event && (await records.incidents.find(event.incidentId));
  const seen = whole && (await findChosenIncident(records, { teamId: whole.teamId, personId }, whole.id));
  if (event?.message !== undefined && seen?.ok) {
    const unfollowed = { incident: seen.value, channel: event.message.channel, permalink: event.permalink, isCut };
    await ports.messenger.tellUnfollowed(personId, unfollowed, attempt(claimed));
  }
}
