import type { Kysely } from 'kysely';
import type { TeamId } from '../domain/ids.ts';
import type { Group } from '../domain/people/person.ts';
import type { GroupStore } from '../use-cases/stores.ts';
import { inChunks } from './in-chunks.ts';
import type { Schema } from './schema.ts';

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
    for (const some of inChunks(rows)) {
      await this.#db.insertInto('user_group').values(some).execute();
    }
  }
}
