import type { Kysely } from 'kysely';

/** Null for whoever was known before, until people are next read, which every start does. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('person').addColumn('locale', 'text').execute();
}
