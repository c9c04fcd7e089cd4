import type { Kysely } from 'kysely';

/** Those among all messages that show items which are old enough to be forgotten. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('action_item_message_by_kind')
    .on('action_item_message')
    .columns(['kind', 'message_key'])
    .execute();
}
