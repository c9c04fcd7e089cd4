import { escalationId, incidentId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { WorkQueue } from '../../src/use-cases/ports.ts';
import type { ClaimedWork, Work, WorkRequest } from '../../src/use-cases/work.ts';
import { commit } from './commit.ts';
import type { TestDatabase } from './engines.ts';
import { at } from './record-builder.ts';

type Claim = Parameters<WorkQueue['claim']>[0];

/** A call, which is urgent. */
export function call(name: string): Work {
  return { kind: 'watch-escalation', escalationId: escalationId(name), round: 1, step: 1 };
}

/** A piece of ordinary work that tells its name. */
export function card(name: string): Work {
  return { kind: 'post-card', incidentId: incidentId(name) };
}

/** Due since 15:00, in the lane `lane`. */
export function request(
  name: string,
  overrides: Partial<Omit<WorkRequest, 'runAt'>> & { readonly runAt?: string } = {},
): WorkRequest {
  const { runAt = at('15:00'), ...others } = overrides;
  return { work: card(name), lane: 'lane', dedupeKey: undefined, ...others, runAt: runAt as Instant };
}

/** In this order. */
export function enqueue(opened: Pick<TestDatabase, 'database'>, ...requests: readonly WorkRequest[]): Promise<void> {
  return commit(opened, async ({ work }) => {
    for (const each of requests) {
      await work.add(each);
    }
  });
}

/** At 15:00, until 15:10; where only a limit is named, it is that of ordinary work too. */
export function claim(
  { workQueue }: Pick<TestDatabase, 'workQueue'>,
  by: string,
  overrides: Partial<Omit<Claim, 'now'>> & { readonly now?: string } = {},
): Promise<readonly ClaimedWork[]> {
  const { now = at('15:00'), ...others } = overrides;
  const { limit = 10, ordinaryLimit = limit } = others;
  return workQueue.claim({ by, until: at('15:10'), ...others, limit, ordinaryLimit, now: now as Instant });
}

/** The names of what was claimed. */
export function told(claimed: readonly ClaimedWork[]): readonly string[] {
  return claimed.map(({ work }) => nameOf(work));
}

/** What `card` or `call` was given. */
export function nameOf(work: Work): string {
  if ('incidentId' in work) {
    return work.incidentId;
  }
  return 'escalationId' in work ? work.escalationId : work.kind;
}
