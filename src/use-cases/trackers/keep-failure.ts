import { addMilliseconds, DAY, type Instant } from '../../domain/time.ts';
import type { Records } from '../ports.ts';
import type { Work } from '../work.ts';
import { askToUpdateAgain } from './ask-for-ticket.ts';

/**
 * A ticket cannot be told what changed: it is tried once a day until it can. Answers whether nobody heard of that yet;
 * whoever made the item hears it once for each reason, however often it changes meanwhile.
 */
export async function keepUpdateFailure(
  records: Records,
  { actionItemId }: Extract<Work, { kind: 'update-ticket' }>,
  { reason, now }: { readonly reason: string; readonly now: Instant },
): Promise<boolean> {
  const ticket = await records.tickets.find(actionItemId);
  if (ticket === undefined) {
    return true;
  }
  await askToUpdateAgain(records, { id: actionItemId }, addMilliseconds(now, DAY));
  if (ticket.failure === reason) {
    return false;
  }
  await records.tickets.save({ ...ticket, failure: reason });
  return true;
}
