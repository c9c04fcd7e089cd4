import type { Kysely } from 'kysely';

/** What was heard of the alerts of each group, by which a repeated notice is known. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('alert_group')
    .addColumn('team_id', 'text', (column) => column.notNull())
    .addColumn('hook', 'text', (column) => column.notNull())
    .addColumn('dedup_key', 'text', (column) => column.notNull())
    .addColumn('incident_id', 'text', (column) => column.references('incident.id'))
    .addColumn('heard_json', 'text', (column) => column.notNull())
    .addColumn('last_heard_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('alert_group_key', ['team_id', 'hook', 'dedup_key'])
    .execute();
}
