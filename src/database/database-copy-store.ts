import type { Kysely } from 'kysely';
import type { IncidentId } from '../domain/ids.ts';
import type { PostmortemCopy } from '../domain/postmortem/copy.ts';
import type { CopyStore } from '../use-cases/postmortem-stores.ts';
import type { Schema } from './schema.ts';
import { teamOfIncident } from './team-of-incident.ts';

/** Its table has the name that copies had at first. */
export class DatabaseCopyStore implements CopyStore {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  async find(incident: IncidentId): Promise<PostmortemCopy | undefined> {
    const row = await this.#db
      .selectFrom('postmortem_place')
      .select(['kind', 'reference', 'digest'])
      .where('incident_id', '=', incident)
      .executeTakeFirst();
    return row && { incidentId: incident, ...row };
  }

  async save({ incidentId, ...copy }: PostmortemCopy): Promise<void> {
    await this.#db
      .insertInto('postmortem_place')
      .values({ incident_id: incidentId, team_id: teamOfIncident(this.#db, incidentId), ...copy })
      .onConflict((conflict) => conflict.column('incident_id').doUpdateSet(copy))
      .execute();
  }
}
