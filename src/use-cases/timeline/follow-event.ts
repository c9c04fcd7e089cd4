import type { Instant } from '../../domain/time.ts';
import { followMessage } from '../../domain/timeline/follow-message.ts';
import { REMOVED_WORDS, redactEvent } from '../../domain/timeline/redact-event.ts';
import { isSameEvent, type TimelineEvent } from '../../domain/timeline/timeline-event.ts';
import { audit } from '../audit.ts';
import { enqueue } from '../enqueue.ts';
import type { Records } from '../ports.ts';
import { askToMark } from './mark-message.ts';
import { askForImages } from './message-files.ts';
import { type MessageSync, messageNow, type SyncPorts } from './message-sync.ts';
import { refreshCardAfter } from './refresh-card-after.ts';

/** Brings an event into agreement with its message and its tags. */
export async function followEvent(
  ports: SyncPorts,
  records: Records,
  event: TimelineEvent,
  sync: MessageSync,
): Promise<void> {
  const { incident, read, last, tagging, now, work } = sync;
  const words = read && messageNow(ports, read);
  const isFirstRead = words !== undefined && event.messageHash === undefined;
  const told = work.isCut && isFirstRead ? { ...event, text: words.text } : event;
  const followed = followMessage(told, { tagging, message: words, last: last && messageNow(ports, last) }, now);
  const isRedacted = read === undefined && ports.policy.deletedMessages === 'redact';
  const agreed = isRedacted ? redactEvent(followed.event, now) : followed.event;
  if (isSameEvent(agreed, event)) {
    return;
  }
  await records.timeline.save(agreed);
  await refreshCardAfter(records, { before: event, after: agreed }, now);
  await refreshLine(records, agreed, now);
  if (followed.revision !== undefined) {
    await records.timeline.addRevision(followed.revision);
  }
  if (agreed.redactedAt !== event.redactedAt) {
    await redactCopies(records, event, now);
  }
  if (read !== undefined) {
    await askForImages(records, agreed, { known: event.files, read, now });
  }
  const { kind, retractedAt, messageDeletedAt } = agreed;
  const details = {
    event: event.id,
    kind,
    isRetracted: retractedAt !== undefined,
    isDeleted: messageDeletedAt !== undefined,
    isEdited: followed.revision !== undefined,
  };
  await audit(records, incident, { by: work.changedBy ?? work.askedBy, now, action: 'follow-message', details });
  if (retractedAt !== undefined && event.retractedAt === undefined) {
    await askToMark(records, sync, 'unconfirm-tag', now);
  } else if (retractedAt === undefined && event.retractedAt !== undefined) {
    await askToMark(records, sync, 'confirm-tag', now);
  }
}

/** Earlier wordings, and what was said of the event in its own words. */
async function redactCopies(
  records: Records,
  { id, incidentId, text, messageText }: TimelineEvent,
  now: Instant,
): Promise<void> {
  const revisions = await records.timeline.listRevisions(id);
  const wordings = new Set([text, messageText, ...revisions.map((revision) => revision.text)]);
  for (const event of await records.timeline.list(incidentId)) {
    const [said = '', ...rest] = event.text.split(': ');
    if (event.about === id && wordings.has(rest.join(': '))) {
      await records.timeline.save({ ...event, text: `${said}: ${REMOVED_WORDS}` });
      await refreshLine(records, event, now);
    }
  }
  await records.timeline.redactRevisions(id, REMOVED_WORDS);
}

/** The channel's line of an event says what the event says. */
async function refreshLine(records: Records, { id, incidentId, line }: TimelineEvent, now: Instant): Promise<void> {
  if (line !== undefined) {
    await enqueue(records, incidentId, now, { kind: 'post-event-line', eventId: id });
  }
}
