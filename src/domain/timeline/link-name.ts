import type { TimelineEvent } from './timeline-event.ts';

/** What the link of an event leads to. */
export type LinkName = 'message' | 'alert';

/** What an alert told was said by nobody, and in no message. */
export function linkName({ saidBy, message }: Pick<TimelineEvent, 'saidBy' | 'message'>): LinkName {
  return saidBy === undefined && message === undefined ? 'alert' : 'message';
}
