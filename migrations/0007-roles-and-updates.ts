import type { Kysely } from 'kysely';

/** Who has which role, one word after another, and what stakeholders were told. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createPartOfIncident(db, 'incident_role')
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text')
    .addColumn('assigned_by', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
  await createPartOfIncident(db, 'status_update')
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('sent_by', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('next_due_at', 'text')
    .execute();
  for (const table of ['incident_role', 'status_update']) {
    await db.schema.createIndex(`${table}_of_incident`).on(table).columns(['incident_id', 'id']).execute();
  }
}

function createPartOfIncident(db: Kysely<unknown>, table: string) {
  return db.schema
    .createTable(table)
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('team_id', 'text', (column) => column.notNull())
    .addColumn('incident_id', 'text', (column) => column.notNull().references('incident.id'));
}
