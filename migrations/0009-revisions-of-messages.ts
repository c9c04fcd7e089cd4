import type { Kysely } from 'kysely';

/** Of an event that has words of its own the wordings of its message are kept as well. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('timeline_revision').addColumn('wording_of', 'text').execute();
}
