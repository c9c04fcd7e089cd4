import type { Kysely } from 'kysely';
import type { TeamId } from '../domain/ids.ts';
import type { Group } from '../domain/people/person.ts';
import type { GroupStore } from '../use-cases/stores.ts';
import type { Schema } from './schema.ts';

/** So many rows fit into one statement on both engines. */
const AT_ONCE = 1_000;

export class DatabaseGroupStore implements GroupStore {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  async list(team: TeamId): Promise<readonly Group[]> {
    const groups = await this.#db
      .selectFrom('user_group')
      .select(['id', 'handle'])
      .where('team_id', '=', team)
      .execute();
    // Here, because the engines order texts in ways of their own.
    return groups.sort((one, other) => (one.handle < other.handle ? -1 : 1));
  }

  async replace(team: TeamId, groups: readonly Group[]): Promise<void> {
    await this.#db.deleteFrom('user_group').where('team_id', '=', team).execute();
    const rows = groups.map(({ id, handle }) => ({ team_id: team, id, handle }));
    for (let start = 0; start < rows.length; start += AT_ONCE) {
      await this.#db
        .insertInto('user_group')
        .values(rows.slice(start, start + AT_ONCE))
        .execute();
    }
  }
}
