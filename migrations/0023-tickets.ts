import type { Kysely } from 'kysely';

/** What is kept of an action item's ticket in a tracker. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ['tracker', 'key', 'url', 'state', 'heard_at', 'told_json']) {
    await db.schema.alterTable('action_item').addColumn(`ticket_${column}`, 'text').execute();
  }
  await db.schema
    .createIndex('action_item_by_ticket')
    .on('action_item')
    .columns(['ticket_tracker', 'ticket_key'])
    .execute();
}
