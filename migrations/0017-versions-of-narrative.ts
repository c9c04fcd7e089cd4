import { type Kysely, sql } from 'kysely';

/** What people write of a section is counted, so that a form can say which version it showed, and an earlier one be found. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ['version', 'restored_version', 'is_aside']) {
    await db.schema.alterTable('narrative_entry').addColumn(column, 'integer').execute();
  }
  await sql`
    update narrative_entry set is_aside = 0, version = (
      select count(*) from narrative_entry as earlier
      where earlier.incident_id = narrative_entry.incident_id
        and earlier.section = narrative_entry.section
        and earlier.id <= narrative_entry.id
    )
  `.execute(db);
  await db.schema
    .createIndex('narrative_entry_version_unique')
    .unique()
    .on('narrative_entry')
    .columns(['incident_id', 'section', 'version'])
    .execute();
  await createUnsavedNarrative(db);
}

/** What somebody types into a form, before they send it. Without text: saved or given up then. */
async function createUnsavedNarrative(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('unsaved_narrative')
    .addColumn('incident_id', 'text', (column) => column.notNull().references('incident.id'))
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('section', 'text', (column) => column.notNull())
    .addColumn('team_id', 'text', (column) => column.notNull())
    .addColumn('text', 'text')
    .addColumn('shown_version', 'integer', (column) => column.notNull())
    .addColumn('shown_length', 'integer')
    .addColumn('typed_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('unsaved_narrative_key', ['incident_id', 'person_id', 'section'])
    .execute();
}
