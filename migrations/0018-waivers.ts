import type { Kysely } from 'kysely';

/** Why a rule of the check does not hold at one place of a postmortem. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('waiver')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('team_id', 'text', (column) => column.notNull())
    .addColumn('incident_id', 'text', (column) => column.notNull().references('incident.id'))
    .addColumn('rule', 'text', (column) => column.notNull())
    .addColumn('place_key', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('waived_by', 'text', (column) => column.notNull())
    .addColumn('waived_at', 'text', (column) => column.notNull())
    .addColumn('taken_back_by', 'text')
    .addColumn('taken_back_at', 'text')
    .execute();
  await db.schema.createIndex('waiver_of_incident').on('waiver').columns(['incident_id', 'id']).execute();
}
