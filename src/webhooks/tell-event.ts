import { plainLine } from '../http/plain-text.ts';
import type { WebhookEvent } from '../use-cases/webhooks.ts';

/** An event in the words in which others hear of it. */
export interface ToldEvent extends WebhookEvent {
  readonly title: string;
  readonly isPrivate: boolean;
}

export function tellEvent(event: WebhookEvent): ToldEvent {
  const by = event.by === undefined ? undefined : plainLine(event.by);
  return event.title === undefined
    ? { ...event, by, title: 'A private incident', reason: '', isPrivate: true }
    : { ...event, by, title: plainLine(event.title), reason: event.reason.toWellFormed(), isPrivate: false };
}

/** `SEV1 INC-42: Booking is down`, `DRILL SEV1 INC-42: Booking is down` */
export function caption({ severity, incident, title, isDrill }: ToldEvent): string {
  return `${isDrill ? 'DRILL ' : ''}${severity} ${incident}: ${title}`;
}
