import type { Kysely } from 'kysely';

/** What is said in the channels of incidents, where the policy keeps it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('transcript_message')
    .addColumn('team_id', 'text', (column) => column.notNull())
    .addColumn('incident_id', 'text', (column) => column.notNull().references('incident.id'))
    .addColumn('message_channel', 'text', (column) => column.notNull())
    .addColumn('message_key', 'text', (column) => column.notNull())
    .addColumn('thread_key', 'text')
    .addColumn('said_by', 'text')
    .addColumn('app_name', 'text')
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('edited_at', 'text')
    .addColumn('deleted_at', 'text')
    .addColumn('version', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('transcript_message_primary', ['incident_id', 'message_channel', 'message_key'])
    .execute();
}
