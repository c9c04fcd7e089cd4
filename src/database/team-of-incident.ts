import type { Kysely } from 'kysely';
import type { IncidentId } from '../domain/ids.ts';
import type { Schema } from './schema.ts';

/** The workspace of what belongs to an incident, read by the statement that inserts it. */
export function teamOfIncident(db: Kysely<Schema>, id: IncidentId) {
  return db.selectFrom('incident').select('team_id').where('id', '=', id);
}
