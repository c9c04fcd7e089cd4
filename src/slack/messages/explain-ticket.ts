import { unreachable } from '../../domain/result.ts';
import type { AskForTicketRefusal } from '../../use-cases/trackers/ask-for-ticket.ts';
import { escapeMrkdwn } from '../blocks/text.ts';
import { ticketLink } from '../text/ticket-link.ts';

/** What only tickets refuse. */
export type OnlyOfTickets = Exclude<AskForTicketRefusal, { kind: 'already-handled' | 'no-such-action-item' }>;

export function explainTicket(refusal: OnlyOfTickets): string {
  switch (refusal.kind) {
    case 'no-tracker':
      return 'There is no tracker to send it to any more: the policy names none.';
    case 'ticket-on-its-way':
      return 'Its ticket is on its way already.';
    case 'has-ticket':
      return `It has a ticket already: ${ticketLink({ ...refusal, isGone: false })}.`;
    case 'no-ticket-of-ended':
      return `“${escapeMrkdwn(refusal.title)}” is not open any more, so it needs no ticket.`;
    default:
      return unreachable(refusal);
  }
}
