import type { Incident } from '../../src/domain/incident/incident.ts';
import type { Message } from '../../src/slack/blocks/layout.ts';
import { failureMessage } from '../../src/slack/messages/failure-message.ts';
import { anItem } from '../support/record-builder.ts';

/** What did not go through, with and without a word for why and for which item. */
export function everyFailure(incident: Incident, typed: string): Record<string, Message> {
  const item = anItem({ title: typed });
  const ticket = { key: 'acme/infra#12', url: 'https://github.com/acme/infra/issues/12', isGone: false };
  const plain = { incident, item: undefined };
  const created = { incident, item, what: 'create-ticket' } as const;
  const updated = { incident, item: { ...item, ticket }, what: 'update-ticket' } as const;
  return {
    'a failure with advice': failureMessage({ ...plain, what: 'open-channel', reason: 'restricted_action' }),
    'a failure without': failureMessage({ ...plain, what: 'set-topic', reason: typed }),
    'a ticket that cannot be made': failureMessage({ ...created, reason: 'http_403' }),
    'a ticket that was not made in a day': failureMessage({ ...created, reason: 'tracker_timed_out' }),
    'a ticket that cannot be told': failureMessage({ ...updated, reason: 'http_401' }),
    'a ticket that is not taken': failureMessage({ ...updated, reason: 'http_422' }),
    'a ticket without a way': failureMessage({ ...updated, reason: 'ticket_without_way' }),
  };
}
