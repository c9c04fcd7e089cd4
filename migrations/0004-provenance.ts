import type { Kysely } from 'kysely';

interface Before {
  timeline_event: {
    id: string;
    text: string;
    message_source: string | null;
    message_edited_at: string | null;
    message_hash: string | null;
    made_from: string | null;
  };
  timeline_revision: { id: string; event_id: string; text: string };
}

/** Events keep hashes of what they were made from, in place of the messages themselves, whom they mention, and files. */
export async function up(db: Kysely<Before>): Promise<void> {
  for (const column of ['message_hash', 'made_from', 'redacted_at', 'mentions_json']) {
    await db.schema.alterTable('timeline_event').addColumn(column, 'text').execute();
  }
  await hashMessages(db);
  await db.schema.alterTable('timeline_event').dropColumn('message_source').execute();
  await createFile(db);
}

async function createFile(db: Kysely<Before>): Promise<void> {
  await db.schema
    .createTable('event_file')
    .addColumn('event_id', 'text', (column) => column.notNull().references('timeline_event.id'))
    .addColumn('file_id', 'text', (column) => column.notNull())
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('media_type', 'text', (column) => column.notNull())
    .addColumn('size', 'integer', (column) => column.notNull())
    .addColumn('permalink', 'text')
    .addColumn('content_base64', 'text')
    .addColumn('content_lack', 'text')
    .addPrimaryKeyConstraint('event_file_primary', ['event_id', 'file_id'])
    .execute();
}

async function hashMessages(db: Kysely<Before>): Promise<void> {
  const events = await db
    .selectFrom('timeline_event')
    .select(['id', 'text', 'message_source', 'message_edited_at'])
    .execute();
  for (const { id, text, message_source: source, message_edited_at: editedAt } of events) {
    const messageHash = source === null ? null : await sha256(source);
    const madeFrom = source === null ? await sha256(await firstWords(db, id, text)) : messageHash;
    await db
      .updateTable('timeline_event')
      // Of a message that was edited since nobody kept how it was at first.
      .set({ message_hash: messageHash, made_from: editedAt === null ? madeFrom : null })
      .where('id', '=', id)
      .execute();
  }
}

async function firstWords(db: Kysely<Before>, event: string, now: string): Promise<string> {
  const first = await db
    .selectFrom('timeline_revision')
    .select('text')
    .where('event_id', '=', event)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return first?.text ?? now;
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Buffer.from(digest).toString('hex');
}
