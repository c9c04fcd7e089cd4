import type { Kysely } from 'kysely';

/** How a mitigation ended is told of that mitigation, not of another with the same words. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('timeline_event').addColumn('about_event_id', 'text').execute();
}
