import type { Kysely } from 'kysely';
import type { GroupId, PersonId, TeamId } from '../domain/ids.ts';
import type { GroupMemberStore } from '../use-cases/action-item-stores.ts';
import { inChunks } from './in-chunks.ts';
import type { Schema } from './schema.ts';

export class DatabaseGroupMemberStore implements GroupMemberStore {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  async listGroups(team: TeamId): Promise<readonly GroupId[]> {
    const rows = await this.#db
      .selectFrom('group_member')
      .select('group_id')
      .distinct()
      .where('team_id', '=', team)
      .execute();
    return rows.map(({ group_id: id }) => id);
  }

  async list(team: TeamId, group: GroupId): Promise<readonly PersonId[]> {
    const rows = await this.#db
      .selectFrom('group_member')
      .select('person_id')
      .where('team_id', '=', team)
      .where('group_id', '=', group)
      .execute();
    return rows.map(({ person_id: id }) => id);
  }

  async replace(team: TeamId, group: GroupId, members: readonly PersonId[]): Promise<void> {
    await this.#db.deleteFrom('group_member').where('team_id', '=', team).where('group_id', '=', group).execute();
    for (const some of inChunks(members)) {
      await this.#db
        .insertInto('group_member')
        .values(some.map((person_id) => ({ team_id: team, group_id: group, person_id })))
        .execute();
    }
  }
}
