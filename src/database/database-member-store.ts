import type { Kysely } from 'kysely';
import type { IncidentId, PersonId } from '../domain/ids.ts';
import type { MemberStore } from '../use-cases/ports.ts';
import type { Schema } from './schema.ts';
import { teamOfIncident } from './team-of-incident.ts';

export class DatabaseMemberStore implements MemberStore {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  async add(incident: IncidentId, person: PersonId): Promise<void> {
    await this.#db
      .insertInto('incident_member')
      .values({ incident_id: incident, person_id: person, team_id: teamOfIncident(this.#db, incident) })
      .onConflict((conflict) => conflict.columns(['incident_id', 'person_id']).doNothing())
      .execute();
  }

  async remove(incident: IncidentId, person: PersonId): Promise<void> {
    await this.#db
      .deleteFrom('incident_member')
      .where('incident_id', '=', incident)
      .where('person_id', '=', person)
      .execute();
  }

  async has(incident: IncidentId, person: PersonId): Promise<boolean> {
    const row = await this.#db
      .selectFrom('incident_member')
      .select('person_id')
      .where('incident_id', '=', incident)
      .where('person_id', '=', person)
      .executeTakeFirst();
    return row !== undefined;
  }
}
