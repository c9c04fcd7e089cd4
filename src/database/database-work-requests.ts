import type { Kysely } from 'kysely';
import { workId } from '../domain/ids.ts';
import type { WorkRequests } from '../use-cases/ports.ts';
import type { Ids } from '../use-cases/system.ts';
import { isUrgent, type Work, type WorkKind, type WorkRequest } from '../use-cases/work.ts';
import { isUnfinished } from './is-unfinished.ts';
import type { Schema } from './schema.ts';

export class DatabaseWorkRequests implements WorkRequests {
  readonly #db: Kysely<Schema>;
  readonly #ids: Ids;

  constructor(db: Kysely<Schema>, ids: Ids) {
    this.#db = db;
    this.#ids = ids;
  }

  async add({ work, lane, runAt, dedupeKey }: WorkRequest): Promise<void> {
    await this.#db
      .insertInto('work')
      .values({
        id: workId(this.#ids.next()),
        lane,
        kind: work.kind,
        payload_json: JSON.stringify(work),
        run_at: runAt,
        is_urgent: isUrgent(work) ? 1 : 0,
        attempts: 0,
        dedupe_key: dedupeKey ?? null,
      })
      .onConflict((conflict) => conflict.column('dedupe_key').doNothing())
      .execute();
  }

  async isWaiting(lane: string, kind: WorkKind): Promise<boolean> {
    return (await this.#waiting(lane, kind).executeTakeFirst()) !== undefined;
  }

  async isAskedAgain(lane: string, work: Work): Promise<boolean> {
    const same = this.#waiting(lane, work.kind).where('payload_json', '=', JSON.stringify(work));
    return (await same.executeTakeFirst()) !== undefined;
  }

  #waiting(lane: string, kind: WorkKind) {
    return (
      this.#db
        .selectFrom('work')
        .select('id')
        .where(isUnfinished)
        .where('lane', '=', lane)
        .where('kind', '=', kind)
        // In the very terms of its index.
        .where(({ eb }) => eb('attempts', '=', eb.lit(0)))
    );
  }
}
