import { type Kysely, sql } from 'kysely';

/** What somebody declared, had a role in or closed, by who they are; and no due date with no day after it, over which reminders fail. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('incident_of_declarer').on('incident').columns(['team_id', 'declared_by']).execute();
  await db.schema
    .createIndex('incident_role_of_person')
    .on('incident_role')
    .columns(['team_id', 'person_id'])
    .execute();
  await db.schema
    .createIndex('timeline_event_of_closer')
    .on('timeline_event')
    .columns(['team_id', 'recorded_by'])
    .where(sql.ref('kind'), '=', sql.lit('closed'))
    .execute();
  await sql`update action_item set due_on = null where due_on >= '9999'`.execute(db);
}
