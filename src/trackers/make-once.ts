import { MINUTE, millisecondsBetween, SECOND } from '../domain/time.ts';
import type { Attempt } from '../use-cases/messenger.ts';
import { DeliveryError } from '../use-cases/ports.ts';
import type { Clock } from '../use-cases/system.ts';

/** What was made just now, or is being made after we hung up, is found by a search some seconds later. */
const UNTIL_FOUND = 30 * SECOND;
const LONGEST = 5 * MINUTE;

/** Makes a ticket. Where it may have been made nevertheless, the next attempt waits until it would find it. */
export async function makeOnce<Made>(
  { since }: Pick<Attempt, 'since'>,
  clock: Clock,
  make: () => Promise<Made>,
): Promise<Made> {
  try {
    return await make();
  } catch (fault) {
    if (!(fault instanceof DeliveryError) || fault.sort === 'never') {
      throw fault;
    }
    const { sort, reason, cause, retryAfterMilliseconds = 0 } = fault;
    const tried = millisecondsBetween(since, clock.now());
    const wait = Math.min(Math.max(tried, UNTIL_FOUND), LONGEST);
    throw new DeliveryError({
      sort,
      reason,
      cause,
      retryAfterMilliseconds: Math.max(retryAfterMilliseconds, wait),
    });
  }
}
