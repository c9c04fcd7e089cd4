import type { Instant } from '../time.ts';
import type { TimelineEvent } from './timeline-event.ts';

/** What an event says in place of words that were removed. */
export const REMOVED_WORDS = '(words removed)';

/**
 * Takes out of an event what its message said, for teams whose policy asks for that when a message is deleted. Time, kind,
 * people and hashes stay, and so do words that somebody wrote for the event itself. Nothing brings the others back.
 */
export function redactEvent(event: TimelineEvent, now: Instant): TimelineEvent {
  if (event.redactedAt !== undefined) {
    return event;
  }
  // Where the message was never read since, its words may be these.
  const saysTheMessage = event.messageText === undefined || event.messageText === event.text;
  return {
    ...event,
    text: saysTheMessage ? REMOVED_WORDS : event.text,
    messageText: undefined,
    mentions: [],
    files: [],
    redactedAt: now,
  };
}
