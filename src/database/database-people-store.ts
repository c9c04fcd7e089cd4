import type { Kysely } from 'kysely';
import type { PersonId, TeamId } from '../domain/ids.ts';
import type { Person } from '../domain/people/person.ts';
import type { PeopleStore } from '../use-cases/ports.ts';
import type { PersonRow, Schema } from './schema.ts';

export class DatabasePeopleStore implements PeopleStore {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  async find(team: TeamId, ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, Person>> {
    if (ids.length === 0) {
      return new Map();
    }
    const rows = await this.#db
      .selectFrom('person')
      .selectAll()
      .where('team_id', '=', team)
      .where('id', 'in', ids)
      .execute();
    return new Map(rows.map((row) => [row.id, toPerson(row)]));
  }

  async save(person: Person): Promise<void> {
    const { team_id, id, ...heard } = toRow(person);
    await this.#db
      .insertInto('person')
      .values({ team_id, id, ...heard })
      .onConflict((conflict) => conflict.columns(['team_id', 'id']).doUpdateSet(heard))
      .execute();
  }
}

function toPerson(row: PersonRow): Person {
  return {
    id: row.id,
    teamId: row.team_id,
    name: row.name,
    timeZone: row.time_zone,
    isBot: row.is_bot === 1,
    isDeactivated: row.is_deactivated === 1,
  };
}

function toRow(person: Person): PersonRow {
  return {
    team_id: person.teamId,
    id: person.id,
    name: person.name,
    time_zone: person.timeZone,
    is_bot: person.isBot ? 1 : 0,
    is_deactivated: person.isDeactivated ? 1 : 0,
  };
}
