import type { Kysely } from 'kysely';

/** Who covers for whom in a rota, kept when it is taken back, so that the record shows who was on duty when. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('cover')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('team_id', 'text', (column) => column.notNull())
    .addColumn('rota', 'text', (column) => column.notNull())
    .addColumn('covered_by', 'text', (column) => column.notNull())
    .addColumn('covers_for', 'text')
    .addColumn('starts_at', 'text', (column) => column.notNull())
    .addColumn('ends_at', 'text', (column) => column.notNull())
    .addColumn('set_by', 'text', (column) => column.notNull())
    .addColumn('set_at', 'text', (column) => column.notNull())
    .addColumn('taken_back_by', 'text')
    .addColumn('taken_back_at', 'text')
    .execute();
  await db.schema.createIndex('cover_of_rota').on('cover').columns(['team_id', 'rota', 'ends_at']).execute();
}
