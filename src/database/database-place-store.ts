import type { Kysely } from 'kysely';
import type { IncidentId } from '../domain/ids.ts';
import type { PostmortemPlace } from '../domain/postmortem/place.ts';
import type { PlaceStore } from '../use-cases/postmortem-stores.ts';
import type { Schema } from './schema.ts';
import { teamOfIncident } from './team-of-incident.ts';

export class DatabasePlaceStore implements PlaceStore {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  async find(incident: IncidentId): Promise<PostmortemPlace | undefined> {
    const row = await this.#db
      .selectFrom('postmortem_place')
      .select(['kind', 'reference', 'digest'])
      .where('incident_id', '=', incident)
      .executeTakeFirst();
    return row && { incidentId: incident, ...row };
  }

  async save({ incidentId, ...place }: PostmortemPlace): Promise<void> {
    await this.#db
      .insertInto('postmortem_place')
      .values({ incident_id: incidentId, team_id: teamOfIncident(this.#db, incidentId), ...place })
      .onConflict((conflict) => conflict.column('incident_id').doUpdateSet(place))
      .execute();
  }
}
