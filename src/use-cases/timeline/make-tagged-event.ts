import { audit } from '../audit.ts';
import { DeliveryError, type Records } from '../ports.ts';
import { askToMark } from './mark-message.ts';
import { askForImages } from './message-files.ts';
import { type MessageSync, messageNow, type SyncPorts } from './message-sync.ts';
import { recordEvent } from './record-event.ts';

/** Puts a message on the timeline that somebody tagged; one that is gone already with its last words, where we may. */
export async function makeTaggedEvent(ports: SyncPorts, records: Records, sync: MessageSync): Promise<void> {
  const { incident, message, tagging, now, work } = sync;
  const read = sync.read ?? (ports.policy.deletedMessages === 'keep' ? sync.last : undefined);
  const [first] = tagging?.by ?? [];
  if (tagging === undefined || first === undefined) {
    return;
  }
  if (read === undefined) {
    throw new DeliveryError({ sort: 'never', reason: 'message_not_found' });
  }
  if (read.isOurs) {
    // What the bot says tells of the record; on the timeline it would stand twice.
    return;
  }
  const { text, mentions, files, hash } = messageNow(ports, read);
  const event = await recordEvent(ports, records, {
    incident,
    kind: tagging.kind,
    text,
    mentions,
    at: work.at ?? read.at,
    now,
    recordedBy: first,
    saidBy: read.saidBy,
    source: { message, permalink: read.permalink, text, hash, files, taggedBy: tagging.by },
  });
  if (event !== undefined) {
    await askForImages(records, event, { known: [], read, now });
    if (sync.read === undefined) {
      await records.timeline.save({ ...event, messageDeletedAt: now });
    }
    const details = { event: event.id, kind: event.kind };
    await audit(records, incident, { by: work.askedBy, now, action: 'tag-message', details });
  }
  await askToMark(records, sync, 'confirm-tag', now);
}
