import { type Kysely, sql } from 'kysely';

/** What waits in a lane and was never begun: asked for before each piece of work that shows all that changed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('work_waiting')
    .on('work')
    .columns(['lane', 'kind'])
    .where(sql.ref('done_at'), 'is', null)
    .where(sql.ref('failed_at'), 'is', null)
    .where(sql.ref('attempts'), '=', sql.lit(0))
    .execute();
}
