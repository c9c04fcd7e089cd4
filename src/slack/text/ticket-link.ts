import type { ActionItem } from '../../domain/action-items/action-item.ts';
import type { TicketLink } from '../../domain/action-items/ticket.ts';
import { webAddress } from '../../domain/postmortem/web-address.ts';
import { cut, escapeWords } from '../blocks/text.ts';

const LONGEST_KEY = 100;

/** ` · acme/infra#12`, or nothing. */
export function ticketWords({ ticket }: Pick<ActionItem, 'ticket'>): string {
  return ticket === undefined ? '' : ` · ${ticketLink(ticket)}`;
}

/** `<https://github.com/acme/infra/issues/12|acme/infra#12>`, in mrkdwn. */
export function ticketLink({ key, url, isGone }: TicketLink): string {
  const address = webAddress(url ?? '');
  const name = cut(escapeWords(key), LONGEST_KEY);
  if (isGone) {
    return `~${name}~ (gone)`;
  }
  return address === undefined ? name : `<${address}|${name}>`;
}
