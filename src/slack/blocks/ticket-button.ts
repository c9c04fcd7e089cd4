import type { Button } from '@slack/types';
import type { ActionItem } from '../../domain/action-items/action-item.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { buttons } from '../identifiers.ts';
import { button } from './layout.ts';
import { mrkdwn, plainText } from './text.ts';

/** Whether a ticket can be made of it, where the policy names a tracker. */
export function lacksTicket({ status, ticket }: Pick<ActionItem, 'status' | 'ticket'>): boolean {
  return status === 'open' && (ticket?.isGone ?? true);
}

/** Of a private incident it asks first. */
export function ticketButton(item: Pick<ActionItem, 'id'>, incident: Pick<Incident, 'isPrivate'>): Button {
  const create = button({ label: 'Create ticket', action: buttons.createTicket, value: item.id });
  return incident.isPrivate ? { ...create, confirm: CONFIRM } : create;
}

const CONFIRM: NonNullable<Button['confirm']> = {
  title: plainText('This incident is private', 100),
  text: mrkdwn(
    'Whoever reads the tracker will see what is to be done, its owner, due date and *done when*, and the incident’s number and severity. Its title and channel stay here.',
    300,
  ),
  confirm: plainText('Create ticket', 30),
  deny: plainText('Keep it here', 30),
};
