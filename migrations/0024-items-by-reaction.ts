import type { Kysely } from 'kysely';

/** On which message the reaction was that changed an action item. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('action_item_change').dropColumn('through').execute();
  for (const column of ['through_channel', 'through_key']) {
    await db.schema.alterTable('action_item_change').addColumn(column, 'text').execute();
  }
}
