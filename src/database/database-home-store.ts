import type { Kysely } from 'kysely';
import type { PersonId, TeamId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { HomeStore } from '../use-cases/stores.ts';
import type { Schema } from './schema.ts';

export class DatabaseHomeStore implements HomeStore {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  async noteOpened(team: TeamId, person: PersonId, at: Instant): Promise<void> {
    await this.#db
      .insertInto('opened_home')
      .values({ team_id: team, person_id: person, opened_at: at })
      .onConflict((conflict) => conflict.columns(['team_id', 'person_id']).doUpdateSet({ opened_at: at }))
      .execute();
  }

  async listOpened(team: TeamId, people: readonly PersonId[], since: Instant): Promise<readonly PersonId[]> {
    if (people.length === 0) {
      return [];
    }
    const rows = await this.#db
      .selectFrom('opened_home')
      .select('person_id')
      .where('team_id', '=', team)
      .where('person_id', 'in', people)
      .where('opened_at', '>=', since)
      .execute();
    return rows.map(({ person_id: id }) => id);
  }
}
