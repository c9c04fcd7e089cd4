import type { WorkId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { WorkQueue } from '../use-cases/ports.ts';
import type { ClaimedWork } from '../use-cases/work.ts';
import { claimWork } from './claim-work.ts';
import type { Engine } from './engine.ts';
import { isUnfinished } from './is-unfinished.ts';
import type { WorkRow } from './schema.ts';

export class DatabaseWorkQueue implements WorkQueue {
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  async claim(request: Parameters<WorkQueue['claim']>[0]): Promise<readonly ClaimedWork[]> {
    return this.#engine.claim((db) => claimWork(db, request));
  }

  async finish(id: WorkId, by: string, now: Instant): Promise<boolean> {
    return this.#update(id, by, { done_at: now, claimed_until: null });
  }

  async retryAt(id: WorkId, by: string, at: Instant, error: string): Promise<boolean> {
    return this.#update(id, by, { claimed_until: at, last_error: error });
  }

  async fail(id: WorkId, by: string, now: Instant, error: string): Promise<boolean> {
    return this.#update(id, by, { failed_at: now, claimed_until: null, last_error: error });
  }

  async release(by: string): Promise<void> {
    await this.#engine.statement((db) =>
      db
        .updateTable('work')
        .set((eb) => ({ claimed_by: null, claimed_until: null, attempts: eb('attempts', '-', 1) }))
        .where(isUnfinished)
        .where('claimed_until', 'is not', null)
        .where('claimed_by', '=', by)
        .execute(),
    );
  }

  async nextAt(): Promise<Instant | undefined> {
    const { reader } = this.#engine;
    const claimed = await reader
      .selectFrom('work')
      .select(({ fn }) => fn.max('claimed_until').as('at'))
      .where(isUnfinished)
      .where('claimed_until', 'is not', null)
      .groupBy('lane')
      .orderBy('at')
      .limit(1)
      .executeTakeFirst();
    const unclaimed = await reader
      .selectFrom('work')
      .select('run_at as at')
      .where(isUnfinished)
      .where(({ eb, selectFrom }) =>
        eb(
          'lane',
          'not in',
          selectFrom('work').select('lane').where(isUnfinished).where('claimed_until', 'is not', null),
        ),
      )
      .orderBy('run_at')
      .limit(1)
      .executeTakeFirst();
    const [first] = [claimed?.at, unclaimed?.at].filter((at) => at != null).sort();
    return first;
  }

  async countDue(now: Instant): Promise<number> {
    const row = await this.#engine.reader
      .selectFrom('work')
      .select(({ fn }) => fn.countAll().as('count'))
      .where(isUnfinished)
      .where('run_at', '<=', now)
      .executeTakeFirstOrThrow();
    return Number(row.count);
  }

  async #update(
    id: WorkId,
    by: string,
    change: Partial<Pick<WorkRow, 'done_at' | 'failed_at' | 'claimed_until' | 'last_error'>>,
  ): Promise<boolean> {
    const { numUpdatedRows } = await this.#engine.statement((db) =>
      db
        .updateTable('work')
        .set({ ...change, claimed_by: null })
        .where('id', '=', id)
        .where('claimed_by', '=', by)
        .executeTakeFirstOrThrow(),
    );
    return numUpdatedRows === 1n;
  }
}
