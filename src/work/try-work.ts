import { DAY, millisecondsBetween, SECOND } from '../domain/time.ts';
import { DeliveryError } from '../use-cases/ports.ts';
import type { System } from '../use-cases/system.ts';
import type { ClaimedWork, Work } from '../use-cases/work.ts';
import { backoffMilliseconds } from './backoff.ts';
import type { Handlers } from './handlers.ts';

export type Outcome =
  | { readonly kind: 'done' }
  | {
      readonly kind: 'again-later';
      readonly waitMilliseconds: number;
      readonly reason: string;
      readonly error: unknown;
    }
  | { readonly kind: 'failed'; readonly reason: string; readonly error: unknown };

/** Slack may be down for hours, and what it was to hear still holds; after a day nobody waits for it. */
const LONGEST_RETRYING = DAY;
/** What waited through a standstill of ours is tried for a while too. */
const FEWEST_ATTEMPTS = 20;
/** What is broken here does not mend by itself. */
const MOST_ATTEMPTS_AFTER_FAULTS = 20;
/** An attempt that ran out of time may still be under way; by then its last call has ended. */
const WAIT_AFTER_TIMEOUT = 30 * SECOND;
/** Well below the length of a lease, so that the outcome can be recorded while the lease lasts. */
const LONGEST_ATTEMPT = 60 * SECOND;

/** Runs the handler once and sorts what comes of it. Never rejects. */
export async function tryWork(
  { handlers, system }: { readonly handlers: Handlers; readonly system: System },
  claimed: ClaimedWork,
): Promise<Outcome> {
  try {
    await withinTime(system, () => handle(handlers, claimed));
    return { kind: 'done' };
  } catch (error) {
    return sortError(error, claimed, system);
  }
}

async function handle(handlers: Handlers, claimed: ClaimedWork): Promise<void> {
  // The compiler cannot see that the kind of the work and that of its handler are the same.
  const handler = handlers[claimed.work.kind] as (work: Work, claimed: ClaimedWork) => Promise<void>;
  await handler(claimed.work, claimed);
}

/** Nothing can stop a handler that takes too long: it may still have its effect, for which the next attempt looks. */
function withinTime({ timers }: System, run: () => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancel = timers.after(LONGEST_ATTEMPT, () => {
      reject(
        new DeliveryError({
          sort: 'again-later',
          reason: 'took_too_long',
          retryAfterMilliseconds: WAIT_AFTER_TIMEOUT,
        }),
      );
    });
    void run().then(resolve, reject).finally(cancel);
  });
}

function sortError(error: unknown, claimed: ClaimedWork, system: System): Outcome {
  const delivery = error instanceof DeliveryError ? error : undefined;
  const reason = delivery?.reason ?? 'unexpected_fault';
  const attempts = claimed.attempts + 1;
  const waited = millisecondsBetween(claimed.runAt, system.clock.now());
  const isOver =
    delivery === undefined
      ? attempts >= MOST_ATTEMPTS_AFTER_FAULTS
      : delivery.sort === 'never' || (waited >= LONGEST_RETRYING && attempts >= FEWEST_ATTEMPTS);
  if (isOver) {
    return { kind: 'failed', reason, error };
  }
  const waitMilliseconds = delivery?.retryAfterMilliseconds ?? backoffMilliseconds(claimed.attempts, system.random);
  return { kind: 'again-later', waitMilliseconds, reason, error };
}
