import type { Kysely } from 'kysely';

/** The groups of people that a form offers, as last heard of. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('user_group')
    .addColumn('team_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('handle', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('user_group_key', ['team_id', 'id'])
    .execute();
}
