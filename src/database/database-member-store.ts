import type { Kysely } from 'kysely';
import type { IncidentId, PersonId } from '../domain/ids.ts';
import type { MemberMove, MemberStore } from '../use-cases/stores.ts';
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

  async move(incident: IncidentId, person: PersonId, { kind, movedAt }: MemberMove): Promise<void> {
    if (!(await this.#isNews(incident, person, movedAt))) {
      return;
    }
    await (kind === 'joined' ? this.add(incident, person) : this.#remove(incident, person));
  }

  async #isNews(incident: IncidentId, person: PersonId, movedAt: string): Promise<boolean> {
    const written = await this.#db
      .insertInto('member_move')
      .values({
        incident_id: incident,
        person_id: person,
        team_id: teamOfIncident(this.#db, incident),
        moved_at: movedAt,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['incident_id', 'person_id'])
          .doUpdateSet(({ ref }) => ({ moved_at: ref('excluded.moved_at') }))
          .whereRef('member_move.moved_at', '<', 'excluded.moved_at'),
      )
      .returning('person_id')
      .executeTakeFirst();
    return written !== undefined;
  }

  async #remove(incident: IncidentId, person: PersonId): Promise<void> {
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
