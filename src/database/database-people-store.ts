import type { Kysely } from 'kysely';
import type { PersonId, TeamId } from '../domain/ids.ts';
import type { Person } from '../domain/people/person.ts';
import type { PeopleStore } from '../use-cases/stores.ts';
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
    const row = toRow(person);
    const { team_id, id, locale, ...told } = row;
    await this.#db
      .insertInto('person')
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(['team_id', 'id']).doUpdateSet(locale === null ? told : { ...told, locale }),
      )
      .execute();
  }
}

function toPerson(row: PersonRow): Person {
  return {
    id: row.id,
    teamId: row.team_id,
    name: row.name,
    timeZone: row.time_zone,
    locale: row.locale ?? undefined,
    isBot: row.is_bot === 1,
    isDeactivated: row.is_deactivated === 1,
    isAdmin: row.is_admin === 1,
    awayUntil: row.away_until ?? undefined,
  };
}

function toRow(person: Person): PersonRow {
  return {
    team_id: person.teamId,
    id: person.id,
    name: person.name,
    time_zone: person.timeZone,
    locale: person.locale ?? null,
    is_bot: person.isBot ? 1 : 0,
    is_deactivated: person.isDeactivated ? 1 : 0,
    is_admin: person.isAdmin ? 1 : 0,
    away_until: person.awayUntil ?? null,
  };
}
