import type { IncidentId, MessageRef, PersonId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { accept } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import { followMessage } from '../../domain/timeline/follow-message.ts';
import { REMOVED_WORDS, redactEvent } from '../../domain/timeline/redact-event.ts';
import { type Tagging, taggingOf } from '../../domain/timeline/tagging.ts';
import type { TimelineEvent } from '../../domain/timeline/timeline-event.ts';
import { audit } from '../audit.ts';
import type { ChangePorts } from '../change.ts';
import type { ReadMessage } from '../directory.ts';
import { enqueue } from '../enqueue.ts';
import { knowPeople } from '../people/know-people.ts';
import { DeliveryError, type Ports, type Records } from '../ports.ts';
import type { Work } from '../work.ts';
import { recordEvent } from './record-event.ts';
import { refreshCardAfter } from './refresh-card-after.ts';

interface SyncRequest {
  readonly incidentId: IncidentId;
  readonly message: MessageRef;
  readonly askedBy: PersonId;
  /** When it happened, where somebody says that it was not when it was written. */
  readonly at: Instant | undefined;
}

export async function askToSync(records: Records, request: SyncRequest, now: Instant): Promise<void> {
  const { incidentId, message, askedBy, at } = request;
  await enqueue(records, incidentId, now, {
    kind: 'sync-message',
    incidentId,
    channel: message.channel,
    message: message.key,
    askedBy,
    at,
  });
}

type SyncPorts = ChangePorts & Pick<Ports, 'directory' | 'policy'>;

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
  const read = await ports.directory.readMessage(message);
  await knowPeople(ports, incident.teamId, read?.saidBy === undefined ? [] : [read.saidBy]);

  await ports.database.transaction(async (records) => {
    const tagging = taggingOf(await records.tags.list(incident.id, message));
    const event = await records.timeline.findByMessage(incident.id, message);
    const sync = { incident, message, read, tagging, now: ports.clock.now(), work };
    await (event === undefined ? makeEvent(ports, records, sync) : follow(ports, records, event, sync));
    return accept(undefined);
  });
  ports.wake();
}

interface Sync {
  readonly incident: Incident;
  readonly message: MessageRef;
  readonly read: ReadMessage | undefined;
  readonly tagging: Tagging | undefined;
  readonly now: Instant;
  readonly work: Extract<Work, { kind: 'sync-message' }>;
}

async function makeEvent(ports: ChangePorts, records: Records, sync: Sync): Promise<void> {
  const { incident, message, read, tagging, now, work } = sync;
  const [first] = tagging?.by ?? [];
  if (tagging === undefined || first === undefined) {
    return;
  }
  if (read === undefined) {
    throw new DeliveryError({ sort: 'never', reason: 'message_not_found' });
  }
  const text = wordsOf(read);
  const event = await recordEvent(ports, records, {
    incident,
    kind: tagging.kind,
    text,
    mentions: read.mentions,
    at: work.at ?? read.at,
    now,
    recordedBy: first,
    saidBy: read.saidBy,
    source: { message, permalink: read.permalink, text, hash: hashOf(ports, read), taggedBy: tagging.by },
  });
  if (event !== undefined) {
    const details = { event: event.id, kind: event.kind };
    await audit(records, incident, { by: work.askedBy, now, action: 'tag-message', details });
  }
  await enqueue(records, incident.id, now, { kind: 'confirm-tag', channel: message.channel, message: message.key });
}

async function follow(ports: SyncPorts, records: Records, event: TimelineEvent, sync: Sync): Promise<void> {
  const { incident, message, read, tagging, now, work } = sync;
  const state = {
    tagging,
    message: read && { text: wordsOf(read), mentions: read.mentions, hash: hashOf(ports, read) },
  };
  const followed = followMessage(event, state, now);
  const isRedacted = read === undefined && ports.policy.deletedMessages === 'redact';
  const agreed = isRedacted ? redactEvent(followed.event, now) : followed.event;
  if (JSON.stringify(agreed) === JSON.stringify(event)) {
    return;
  }
  await records.timeline.save(agreed);
  await refreshCardAfter(records, { before: event, after: agreed }, now);
  if (followed.revision !== undefined) {
    await records.timeline.addRevision(followed.revision);
  }
  if (isRedacted) {
    await records.timeline.redactRevisions(event.id, REMOVED_WORDS);
  }
  const { kind, retractedAt, messageDeletedAt } = agreed;
  const details = {
    event: event.id,
    kind,
    isRetracted: retractedAt !== undefined,
    isDeleted: messageDeletedAt !== undefined,
    isEdited: followed.revision !== undefined,
  };
  await audit(records, incident, { by: work.askedBy, now, action: 'follow-message', details });
  const mark = { channel: message.channel, message: message.key };
  if (retractedAt !== undefined && event.retractedAt === undefined) {
    await enqueue(records, incident.id, now, { kind: 'unconfirm-tag', ...mark });
  } else if (retractedAt === undefined && event.retractedAt !== undefined) {
    await enqueue(records, incident.id, now, { kind: 'confirm-tag', ...mark });
  }
}

function wordsOf({ text, fileNames }: ReadMessage): string {
  const words = [text.trim(), ...fileNames.map((name) => `[file: ${name}]`)].filter((part) => part !== '').join('\n');
  return words === '' ? '(a message without text)' : words;
}

function hashOf(ports: ChangePorts, { source, fileNames }: ReadMessage): string {
  return ports.hash([source, ...fileNames].join('\n'));
}
