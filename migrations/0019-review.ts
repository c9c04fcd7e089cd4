import { type Kysely, sql } from 'kysely';

/** The way of a postmortem to its readers; and posting its draft is not called publishing any more. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('review_entry')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('team_id', 'text', (column) => column.notNull())
    .addColumn('incident_id', 'text', (column) => column.notNull().references('incident.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('said_by', 'text', (column) => column.notNull())
    .addColumn('said_at', 'text', (column) => column.notNull())
    .addColumn('reviewer', 'text')
    .addColumn('words', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('announcement_channel', 'text')
    .addColumn('announcement_key', 'text')
    .execute();
  await db.schema
    .createIndex('review_entry_of_incident')
    .on('review_entry')
    .columns(['incident_id', 'said_at', 'id'])
    .execute();

  await sql`update work set kind = 'post-draft' where kind = 'publish-postmortem'`.execute(db);
  await sql`update work set payload_json = replace(payload_json, '"what":"publish-postmortem"', '"what":"post-draft"')
    where kind = 'report-failure'`.execute(db);
}
