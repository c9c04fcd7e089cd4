import { type Kysely, sql } from 'kysely';

/** Action items that are accepted, snoozed and given up, their history, who hears of them, and where they are shown. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await extendItems(db);
  await createHistory(db);
  await createRecipients(db);
  await createDigests(db);
  await createMessages(db);
  await createGroupMembers(db);
  await createHomes(db);
  await db.schema.alterTable('person').addColumn('away_until', 'text').execute();
  await db.schema.alterTable('person').addColumn('is_admin', 'integer').execute();
  await planAnew(db);
  await lookAnew(db as Kysely<Tables>);
}

async function extendItems(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('action_item').renameColumn('done_at', 'ended_at').execute();
  for (const column of ['priority', 'accepted_at', 'snoozed_until', 'planned_at']) {
    await db.schema.alterTable('action_item').addColumn(column, 'text').execute();
  }
  await sql`update action_item set planned_at = created_at`.execute(db);
  await db.schema
    .createIndex('action_item_of_owner')
    .on('action_item')
    .columns(['team_id', 'owner_id', 'status'])
    .execute();
  await db.schema
    .createIndex('action_item_by_kind_of_owner')
    .on('action_item')
    .columns(['team_id', 'status', 'owner_kind', 'owner_id'])
    .execute();
  await db.schema
    .createIndex('action_item_by_due_date')
    .on('action_item')
    .columns(['team_id', 'status', 'due_on'])
    .execute();
  await db.schema
    .createIndex('action_item_by_end')
    .on('action_item')
    .columns(['team_id', 'status', 'ended_at'])
    .execute();
  await db.schema.createIndex('incident_by_drill').on('incident').columns(['team_id', 'is_drill']).execute();
}

async function createHistory(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('action_item_change')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('team_id', 'text', (column) => column.notNull())
    .addColumn('action_item_id', 'text', (column) => column.notNull().references('action_item.id'))
    .addColumn('changed_by', 'text')
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('fields_json', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('through', 'text')
    .execute();
  await db.schema
    .createIndex('action_item_change_of_item')
    .on('action_item_change')
    .columns(['action_item_id', 'id'])
    .execute();
}

async function createRecipients(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('action_item_recipient')
    .addColumn('action_item_id', 'text', (column) => column.notNull().references('action_item.id'))
    .addColumn('team_id', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('capacity', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('action_item_recipient_key', ['action_item_id', 'person_id', 'capacity'])
    .execute();
  await db.schema
    .createIndex('action_item_recipient_of_person')
    .on('action_item_recipient')
    .columns(['team_id', 'person_id'])
    .execute();
}

async function createDigests(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('reminder_digest')
    .addColumn('team_id', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('sent_on', 'text', (column) => column.notNull())
    .addColumn('sent_at', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('message_key', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('reminder_digest_key', ['team_id', 'person_id'])
    .execute();
}

async function createMessages(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('action_item_message')
    .addColumn('action_item_id', 'text', (column) => column.notNull().references('action_item.id'))
    .addColumn('team_id', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('message_key', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text')
    .addPrimaryKeyConstraint('action_item_message_key', ['action_item_id', 'channel', 'message_key'])
    .execute();
  await db.schema
    .createIndex('action_item_message_by_message')
    .on('action_item_message')
    .columns(['team_id', 'channel', 'message_key'])
    .execute();
}

async function createGroupMembers(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('group_member')
    .addColumn('team_id', 'text', (column) => column.notNull())
    .addColumn('group_id', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('group_member_key', ['team_id', 'group_id', 'person_id'])
    .execute();
  await db.schema
    .createIndex('group_member_of_person')
    .on('group_member')
    .columns(['team_id', 'person_id', 'group_id'])
    .execute();
}

async function createHomes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('opened_home')
    .addColumn('team_id', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('opened_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('opened_home_key', ['team_id', 'person_id'])
    .execute();
}

/**
 * Owners were told when an incident was closed, so there they count as told, of a group all that are in it; the others are
 * told by the look. What could not be done by work that is no more is not reported.
 */
async function planAnew(db: Kysely<unknown>): Promise<void> {
  await sql`delete from work where kind in ('remind-owner', 'tell-owner', 'tell-owners') and done_at is null`.execute(
    db,
  );
  for (const gone of ['remind-owner', 'tell-owner', 'tell-owners']) {
    await sql`delete from work where kind = 'report-failure' and done_at is null and failed_at is null
      and payload_json like ${`%"what":"${gone}"%`}`.execute(db);
  }
  await sql`
    insert into action_item_recipient (action_item_id, team_id, person_id, capacity)
    select id, team_id, owner_id, 'owner' from action_item where status = 'open' and owner_id is not null
    and incident_id in (select id from incident where closed_at is not null)`.execute(db);
}

interface Tables {
  action_item: { id: string; created_at: string; status: string };
  work: {
    id: string;
    lane: string;
    kind: string;
    payload_json: string;
    run_at: string;
    is_urgent: number;
    attempts: number;
    done_at: string | null;
  };
}

/** What comes meanwhile, as a new incident, waits for few of them, however many there are. */
const MILLISECONDS_BETWEEN_LOOKS = 100;
/** SQLite takes 32 766 values in one statement. */
const AT_ONCE = 1_000;

/**
 * Every open item is looked at anew, by work that goes by the item's own id, which no other work has, one after another
 * from when work was last done, and so after all that waited then.
 */
async function lookAnew(db: Kysely<Tables>): Promise<void> {
  const { last } = await db
    .selectFrom('work')
    .select(({ fn }) => fn.max('done_at').as('last'))
    .executeTakeFirstOrThrow();
  const items = await db
    .selectFrom('action_item')
    .select(['id', 'created_at'])
    .where('status', '=', 'open')
    .orderBy('id')
    .execute();
  const looks = items.map(({ id, created_at }, index) => ({
    id,
    lane: `action-item:${id}`,
    kind: 'schedule-reminders',
    payload_json: JSON.stringify({ actionItemId: id }),
    run_at: new Date(Date.parse(last ?? created_at) + index * MILLISECONDS_BETWEEN_LOOKS).toISOString(),
    is_urgent: 0,
    attempts: 0,
    done_at: null,
  }));
  for (let from = 0; from < looks.length; from += AT_ONCE) {
    await db
      .insertInto('work')
      .values(looks.slice(from, from + AT_ONCE))
      .execute();
  }
}
