import type { TimelineEvent } from './timeline-event.ts';

/** What became of an event's message after the event was made; worded to follow “message”. */
export type MessageChange = 'edited since' | 'deleted';

/** Undefined where the message stands as it was, and where there is none. */
export function messageChange(event: TimelineEvent): MessageChange | undefined {
  if (event.messageDeletedAt !== undefined) {
    return 'deleted';
  }
  return event.messageEditedAt === undefined ? undefined : 'edited since';
}
