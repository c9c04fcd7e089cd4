import { type CreateTableBuilder, type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createIncident(db);
  await createTimelineEvent(db);
  await createEscalation(db);
  await createActionItem(db);
  await createNarrativeEntry(db);
  await createPeople(db);
  await createDelivery(db);
  await createAuditEntry(db);
  await createWork(db);
}

async function createIncident(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('incident')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('team_id', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('summary', 'text', (column) => column.notNull())
    .addColumn('severity', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('is_private', 'integer', (column) => column.notNull().check(sql`is_private in (0, 1)`))
    .addColumn('declared_by', 'text', (column) => column.notNull())
    .addColumn('declared_at', 'text', (column) => column.notNull())
    .addColumn('impact_started_at', 'text')
    .addColumn('resolved_at', 'text')
    .addColumn('closed_at', 'text')
    .addColumn('channel', 'text')
    .addColumn('card_channel', 'text')
    .addColumn('card_key', 'text')
    .addColumn('announcement_channel', 'text')
    .addColumn('announcement_key', 'text')
    .addColumn('version', 'integer', (column) => column.notNull())
    .addUniqueConstraint('incident_number_unique', ['team_id', 'number'])
    .addUniqueConstraint('incident_channel_unique', ['team_id', 'channel'])
    .execute();
  await db.schema
    .createIndex('incident_open')
    .on('incident')
    .columns(['team_id', 'number'])
    .where(sql.ref('status'), '<>', 'closed')
    .execute();
}

async function createTimelineEvent(db: Kysely<unknown>): Promise<void> {
  await createPartOfIncident(db, 'timeline_event')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('said_by', 'text')
    .addColumn('recorded_by', 'text', (column) => column.notNull())
    .addColumn('recorded_at', 'text', (column) => column.notNull())
    .addColumn('message_channel', 'text')
    .addColumn('message_key', 'text')
    .addColumn('permalink', 'text')
    .addUniqueConstraint('timeline_event_message_unique', ['incident_id', 'message_channel', 'message_key'])
    .execute();
  await db.schema
    .createIndex('timeline_event_in_order')
    .on('timeline_event')
    .columns(['incident_id', 'at', 'id'])
    .execute();
}

async function createEscalation(db: Kysely<unknown>): Promise<void> {
  await createPartOfIncident(db, 'escalation')
    .addColumn('target_kind', 'text', (column) => column.notNull())
    .addColumn('target_id', 'text', (column) => column.notNull())
    .addColumn('target_handle', 'text')
    .addColumn('called_json', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('requested_by', 'text', (column) => column.notNull())
    .addColumn('requested_at', 'text', (column) => column.notNull())
    .addColumn('acknowledged_by', 'text')
    .addColumn('acknowledged_at', 'text')
    .addColumn('message_channel', 'text')
    .addColumn('message_key', 'text')
    .execute();
  await indexByIncident(db, 'escalation');
}

async function createActionItem(db: Kysely<unknown>): Promise<void> {
  await createPartOfIncident(db, 'action_item')
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('kind', 'text')
    .addColumn('owner_kind', 'text')
    .addColumn('owner_id', 'text')
    .addColumn('owner_handle', 'text')
    .addColumn('due_on', 'text')
    .addColumn('done_when', 'text')
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('done_at', 'text')
    .addColumn('permalink', 'text')
    .execute();
  await indexByIncident(db, 'action_item');
}

async function createNarrativeEntry(db: Kysely<unknown>): Promise<void> {
  await createPartOfIncident(db, 'narrative_entry')
    .addColumn('section', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('written_by', 'text', (column) => column.notNull())
    .addColumn('written_at', 'text', (column) => column.notNull())
    .execute();
  await indexByIncident(db, 'narrative_entry');
}

async function createPeople(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('person')
    .addColumn('team_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('time_zone', 'text', (column) => column.notNull())
    .addColumn('is_bot', 'integer', (column) => column.notNull().check(sql`is_bot in (0, 1)`))
    .addColumn('is_deactivated', 'integer', (column) => column.notNull().check(sql`is_deactivated in (0, 1)`))
    .addPrimaryKeyConstraint('person_key', ['team_id', 'id'])
    .execute();
  await db.schema
    .createTable('incident_member')
    .addColumn('incident_id', 'text', (column) => column.notNull().references('incident.id'))
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('team_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('incident_member_key', ['incident_id', 'person_id'])
    .execute();
  // Of those who left too, so that an older move that is told late can be told from a newer one.
  await db.schema
    .createTable('member_move')
    .addColumn('incident_id', 'text', (column) => column.notNull().references('incident.id'))
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('team_id', 'text', (column) => column.notNull())
    .addColumn('moved_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('member_move_key', ['incident_id', 'person_id'])
    .execute();
}

/** The key begins with the workspace's id. */
async function createDelivery(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('delivery')
    .addColumn('key', 'text', (column) => column.primaryKey().notNull())
    .addColumn('accepted_at', 'text', (column) => column.notNull())
    .execute();
}

async function createAuditEntry(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('audit_entry')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('team_id', 'text', (column) => column.notNull())
    .addColumn('incident_id', 'text', (column) => column.references('incident.id'))
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('details_json', 'text', (column) => column.notNull())
    .execute();
}

async function createWork(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('work')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('lane', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('payload_json', 'text', (column) => column.notNull())
    .addColumn('run_at', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('claimed_by', 'text')
    .addColumn('claimed_until', 'text')
    .addColumn('done_at', 'text')
    .addColumn('failed_at', 'text')
    .addColumn('last_error', 'text')
    .addColumn('dedupe_key', 'text')
    .addUniqueConstraint('work_dedupe_unique', ['dedupe_key'])
    .execute();
  // Holds the lane too, so that a deep lane is passed over without reading its rows.
  await indexUnfinished(db, 'work_unfinished', ['run_at', 'id', 'lane']).execute();
  await indexUnfinished(db, 'work_claimed', ['lane', 'claimed_until'])
    .where(sql.ref('claimed_until'), 'is not', null)
    .execute();
}

function createPartOfIncident(db: Kysely<unknown>, table: string): CreateTableBuilder<string, string> {
  return db.schema
    .createTable(table)
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('team_id', 'text', (column) => column.notNull())
    .addColumn('incident_id', 'text', (column) => column.notNull().references('incident.id'));
}

async function indexByIncident(db: Kysely<unknown>, table: string): Promise<void> {
  await db.schema.createIndex(`${table}_of_incident`).on(table).columns(['incident_id', 'id']).execute();
}

function indexUnfinished(db: Kysely<unknown>, name: string, columns: string[]) {
  return db.schema
    .createIndex(name)
    .on('work')
    .columns(columns)
    .where(sql.ref('done_at'), 'is', null)
    .where(sql.ref('failed_at'), 'is', null);
}
