import type { Kysely } from 'kysely';
import type { ActionItemId } from '../domain/ids.ts';
import type { Schema } from './schema.ts';

/** The workspace of what belongs to an action item, read by the statement that inserts it. */
export function teamOfActionItem(db: Kysely<Schema>, id: ActionItemId) {
  return db.selectFrom('action_item').select('team_id').where('id', '=', id);
}
