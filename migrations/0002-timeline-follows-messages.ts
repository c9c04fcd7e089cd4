import type { Kysely } from 'kysely';

/** Events follow the messages that they were made from: their tags, their edits, their deletion. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of [
    'message_text',
    'message_source',
    'message_edited_at',
    'message_deleted_at',
    'tagged_by_json',
    'retracted_at',
    'retracted_by',
  ]) {
    await db.schema.alterTable('timeline_event').addColumn(column, 'text').execute();
  }
  await createTag(db);
  await createRevision(db);
}

async function createTag(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('message_tag')
    .addColumn('team_id', 'text', (column) => column.notNull())
    .addColumn('incident_id', 'text', (column) => column.notNull().references('incident.id'))
    .addColumn('message_channel', 'text', (column) => column.notNull())
    .addColumn('message_key', 'text', (column) => column.notNull())
    .addColumn('tagged_by', 'text', (column) => column.notNull())
    .addColumn('reaction', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('is_set', 'integer', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('message_tag_primary', [
      'incident_id',
      'message_channel',
      'message_key',
      'tagged_by',
      'reaction',
    ])
    .execute();
}

async function createRevision(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('timeline_revision')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('event_id', 'text', (column) => column.notNull().references('timeline_event.id'))
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('replaced_at', 'text', (column) => column.notNull())
    .addColumn('replaced_by', 'text')
    .execute();
  await db.schema
    .createIndex('timeline_revision_of_event')
    .on('timeline_revision')
    .columns(['event_id', 'id'])
    .execute();
}
