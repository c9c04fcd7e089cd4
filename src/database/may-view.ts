import type { ExpressionBuilder } from 'kysely';
import type { PersonId } from '../domain/ids.ts';
import type { Schema } from './schema.ts';

/** Incidents that somebody may see: private ones only where they are in their channel. */
export function mayView(viewer: PersonId) {
  return ({ eb, exists, selectFrom }: ExpressionBuilder<Schema, 'incident'>) =>
    eb('incident.is_private', '=', 0).or(
      exists(
        selectFrom('incident_member')
          .select('person_id')
          .whereRef('incident_id', '=', 'incident.id')
          .where('person_id', '=', viewer),
      ),
    );
}
