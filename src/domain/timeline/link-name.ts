import { isSpoken, type TimelineEvent } from './timeline-event.ts';

/** What the link of an event leads to. */
export type LinkName = 'message' | 'alert';

/** What an alert told was said by nobody, and in no message. */
export function linkName({ kind, saidBy, message }: Pick<TimelineEvent, 'kind' | 'saidBy' | 'message'>): LinkName {
  return isSpoken(kind) && saidBy === undefined && message === undefined ? 'alert' : 'message';
}
