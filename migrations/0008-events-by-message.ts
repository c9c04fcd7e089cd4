import type { Kysely } from 'kysely';

/** A message is looked for whenever one is edited anywhere, whatever incident its event belongs to. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('timeline_event_by_message')
    .on('timeline_event')
    .columns(['message_channel', 'message_key'])
    .execute();
}
