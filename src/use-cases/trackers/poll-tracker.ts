import type { TeamId } from '../../domain/ids.ts';
import { accept } from '../../domain/result.ts';
import { addMilliseconds, type Instant, MINUTE } from '../../domain/time.ts';
import { DeliveryError, type Ports, type Records } from '../ports.ts';
import type { Polling, Tracker } from '../tracker-port.ts';
import type { Work } from '../work.ts';
import { hearTicket } from './hear-ticket.ts';

type Poll = Extract<Work, { kind: 'poll-tracker' }>;

/** What changes there while a page is read, and what their clock and ours disagree about, is looked at again. */
const OVERLAP = 2 * MINUTE;

/** One replica looks for all: it is work as any other. */
const LANE = 'poll-tracker';

/** Reads a page of what changed in the tracker. The next look is asked for whatever comes of this one. */
export async function pollTracker(
  ports: Pick<Ports, 'database' | 'tracker' | 'clock' | 'wake'>,
  poll: Poll,
): Promise<void> {
  const polling = ports.tracker?.polling;
  if (polling === undefined) {
    return;
  }
  const now = ports.clock.now();
  try {
    await readPage(ports, polling, { poll, now });
  } catch (fault) {
    const { retryAfterMilliseconds = 0, reason = 'unexpected_fault' } = fault instanceof DeliveryError ? fault : {};
    const wait = Math.max(retryAfterMilliseconds, polling.everyMilliseconds);
    await askForNext(ports, { ...poll, page: undefined }, addMilliseconds(now, wait));
    throw new DeliveryError({ sort: 'never', reason, cause: fault });
  }
}

async function readPage(
  ports: Pick<Ports, 'database' | 'tracker' | 'clock' | 'wake'>,
  polling: Polling,
  { poll, now }: { readonly poll: Poll; readonly now: Instant },
): Promise<void> {
  const { since, page } = poll;
  const read = await polling.listChanged({ since, now, cursor: page?.cursor });
  for (const report of read.reports) {
    await hearTicket(ports, report);
  }
  const begunAt = page?.begunAt ?? now;
  await (read.nextCursor === undefined
    ? askForNext(
        ports,
        { ...poll, since: addMilliseconds(begunAt, -OVERLAP), page: undefined },
        addMilliseconds(now, polling.everyMilliseconds),
      )
    : askForNext(ports, { ...poll, page: { cursor: read.nextCursor, begunAt } }, now));
}

async function askForNext(ports: Pick<Ports, 'database' | 'wake'>, work: Poll, runAt: Instant): Promise<void> {
  await ports.database.transaction(async (records) => accept(await askOnce(records, work, runAt)));
  ports.wake();
}

/** At each start: the looks of before go on where there are any. */
export async function startPolling(
  records: Records,
  tracker: Tracker | undefined,
  { teamId, now }: { readonly teamId: TeamId; readonly now: Instant },
): Promise<void> {
  if (tracker?.polling !== undefined) {
    const since = (await records.tickets.oldestHeard(tracker.kind)) ?? now;
    await askOnce(records, { kind: 'poll-tracker', teamId, since, page: undefined }, now);
  }
}

/** Two chains of looks become one when they meet; two replicas that do not see each other yet ask by the same key. */
async function askOnce(records: Records, work: Poll, runAt: Instant): Promise<void> {
  if (!(await records.work.isWaiting(LANE, work.kind))) {
    const dedupeKey = `${work.kind}:${runAt}:${work.page?.cursor ?? ''}`;
    await records.work.add({ work, lane: LANE, runAt, dedupeKey });
  }
}
