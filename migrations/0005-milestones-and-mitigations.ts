import { type Kysely, sql } from 'kysely';

/** Turning points are said by people, one word after another; mitigations are open until somebody settles them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createMilestoneEntry(db);
  await moveImpactStart(db);
  for (const column of ['settled_as', 'settled_at', 'settled_by', 'line_channel', 'line_key']) {
    await db.schema.alterTable('timeline_event').addColumn(column, 'text').execute();
  }
}

async function createMilestoneEntry(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('milestone_entry')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('team_id', 'text', (column) => column.notNull())
    .addColumn('incident_id', 'text', (column) => column.notNull().references('incident.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('at', 'text')
    .addColumn('is_estimated', 'integer', (column) => column.notNull())
    .addColumn('event_id', 'text', (column) => column.references('timeline_event.id'))
    .addColumn('set_by', 'text', (column) => column.notNull())
    .addColumn('set_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('milestone_entry_of_incident')
    .on('milestone_entry')
    .columns(['incident_id', 'id'])
    .execute();
}

/** What was said when the incident was declared is the first word; its incident's id sorts before any that is made later. */
async function moveImpactStart(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into milestone_entry (id, team_id, incident_id, name, at, is_estimated, event_id, set_by, set_at)
    select id, team_id, id, 'impact-started', impact_started_at, 0, null, declared_by, declared_at
    from incident
    where impact_started_at is not null
  `.execute(db);
  await db.schema.alterTable('incident').dropColumn('impact_started_at').execute();
}
