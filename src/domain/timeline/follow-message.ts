import type { Instant } from '../time.ts';
import { type EventFile, followFiles } from './event-file.ts';
import type { Mention } from './mention.ts';
import type { Tagging } from './tagging.ts';
import type { Revision, TimelineEvent } from './timeline-event.ts';

/** The message as it stands now. */
export interface MessageNow {
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly files: readonly EventFile[];
  /** Of the message as the chat system keeps it. */
  readonly hash: string;
}

export interface Followed {
  readonly event: TimelineEvent;
  /** The wording that an edit took away. */
  readonly revision: Revision | undefined;
}

/**
 * Brings an event that was made from a message into agreement with the message, undefined where it was deleted, and with
 * its tags. An edit changes the words and keeps the earlier ones; words that somebody wrote for the event itself stay. A
 * deleted message leaves its words and is marked. Without a tag that stands the event is retracted. Says the same however
 * often it is asked.
 */
export function followMessage(
  event: TimelineEvent,
  state: {
    readonly tagging: Tagging | undefined;
    readonly message: MessageNow | undefined;
    /** What a deleted message said last, where that is known. */
    readonly last?: MessageNow | undefined;
  },
  now: Instant,
): Followed {
  const { tagging, message, last } = state;
  const tagged = tagging === undefined ? event : followTags(event, tagging, now);
  if (event.redactedAt !== undefined) {
    return { event: tagged, revision: undefined };
  }
  if (message !== undefined) {
    return followEdit(tagged, message, now);
  }
  const { event: said, revision } =
    last === undefined ? { event: tagged, revision: undefined } : followEdit(tagged, last, now);
  return { event: { ...said, messageDeletedAt: tagged.messageDeletedAt ?? now }, revision };
}

function followTags(event: TimelineEvent, { kind, by, lastBy }: Tagging, now: Instant): TimelineEvent {
  const isRetracted = by.length === 0;
  return {
    ...event,
    kind,
    taggedBy: by,
    retractedAt: isRetracted ? (event.retractedAt ?? now) : undefined,
    retractedBy: isRetracted ? lastBy : undefined,
  };
}

function followEdit(event: TimelineEvent, { text, mentions, files, hash }: MessageNow, now: Instant): Followed {
  const there = { ...event, messageDeletedAt: undefined, files: followFiles(event.files, files) };
  const read = { ...there, messageText: text, messageHash: hash, mentions };
  if (event.messageHash === undefined) {
    return followWords(event, read, now);
  }
  if (event.messageHash === hash) {
    return { event: there, revision: undefined };
  }
  return followWords(event, { ...read, messageEditedAt: now }, now);
}

/** An event that says what its message said says what it says now. Whatever is said no more is kept. */
function followWords(before: TimelineEvent, event: TimelineEvent, now: Instant): Followed {
  const { messageText } = before;
  if (messageText === undefined || messageText === event.messageText) {
    return { event, revision: undefined };
  }
  const isOwn = before.text !== messageText;
  const { id, kind, at } = before;
  const kept = { eventId: id, kind, at, replacedAt: now, replacedBy: undefined };
  return isOwn
    ? { event, revision: { ...kept, of: 'message', text: messageText } }
    : {
        event: { ...event, text: event.messageText ?? before.text },
        revision: { ...kept, of: 'event', text: before.text },
      };
}
