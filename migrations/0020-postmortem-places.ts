import type { Kysely } from 'kysely';

/** Where the channel of an incident shows its postmortem, and what it shows there. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('postmortem_place')
    .addColumn('incident_id', 'text', (column) => column.primaryKey().notNull().references('incident.id'))
    .addColumn('team_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('reference', 'text', (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .execute();
}
