import { accept } from '../../domain/result.ts';
import { audit } from '../audit.ts';
import type { ChangePorts } from '../change.ts';
import { enqueue } from '../enqueue.ts';
import { knowPeople } from '../people/know-people.ts';
import { DeliveryError, type Ports } from '../ports.ts';
import type { Work } from '../work.ts';
import { recordEvent } from './record-event.ts';

type TaggedMessage = Extract<Work, { kind: 'record-tagged-message' }>;

/** Reads a tagged message and puts it on the timeline at the message's own time, once however often it is tagged. */
export async function recordTaggedMessage(
  ports: ChangePorts & Pick<Ports, 'directory'>,
  tagged: TaggedMessage,
): Promise<void> {
  const message = { channel: tagged.channel, key: tagged.message };
  const read = await ports.directory.readMessage(message);
  if (read === undefined) {
    throw new DeliveryError({ sort: 'never', reason: 'message_not_found' });
  }
  const incident = await ports.database.records.incidents.find(tagged.incidentId);
  if (incident === undefined) {
    throw new Error(`no incident ${tagged.incidentId}`);
  }
  await knowPeople(ports, incident.teamId, read.saidBy === undefined ? [] : [read.saidBy]);
  const text = [read.text, ...read.fileNames.map((name) => `[file: ${name}]`)].filter((part) => part !== '').join('\n');

  await ports.database.transaction(async (records) => {
    const now = ports.clock.now();
    const event = await recordEvent(ports, records, {
      incident,
      kind: tagged.eventKind,
      text: text === '' ? '(a message without text)' : text,
      at: tagged.at ?? read.at,
      now,
      recordedBy: tagged.taggedBy,
      saidBy: read.saidBy,
      source: { message, permalink: read.permalink },
    });
    if (event !== undefined) {
      await audit(records, incident, {
        by: tagged.taggedBy,
        now,
        action: 'tag-message',
        details: { event: event.id, kind: event.kind },
      });
    }
    await enqueue(records, tagged.incidentId, now, {
      kind: 'confirm-tag',
      channel: tagged.channel,
      message: tagged.message,
    });
    return accept(event);
  });
  ports.wake();
}
