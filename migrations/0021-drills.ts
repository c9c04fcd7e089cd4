import type { Kysely } from 'kysely';

/** Null for whatever was declared before: it was real. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('incident').addColumn('is_drill', 'integer').execute();
}
