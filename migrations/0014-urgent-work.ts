import { type Kysely, sql } from 'kysely';

/** Work that wakes somebody is claimed before all other. Null in what was finished before, which nobody claims. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('work')
    .addColumn('is_urgent', 'integer', (column) => column.check(sql`is_urgent in (0, 1)`))
    .execute();
  await sql`
    update work set is_urgent = case
      when kind in ('make-call', 'watch-escalation', 'ask-still-on-it', 'watch-answer', 'tell-unanswered') then 1
      else 0
    end
    where done_at is null and failed_at is null
  `.execute(db);
  await db.schema
    .createIndex('work_urgent')
    .on('work')
    .columns(['run_at', 'id', 'lane'])
    .where(sql.ref('done_at'), 'is', null)
    .where(sql.ref('failed_at'), 'is', null)
    .where(sql.ref('is_urgent'), '=', sql.lit(1))
    .execute();
}
