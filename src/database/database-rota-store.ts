import type { Kysely } from 'kysely';
import type { Cover, KeptCover } from '../domain/escalation/cover.ts';
import type { CoverId, PersonId, TeamId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { RotaStore } from '../use-cases/stores.ts';
import type { CoverRow, Schema } from './schema.ts';

export class DatabaseRotaStore implements RotaStore {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  async findCover(id: CoverId): Promise<KeptCover | undefined> {
    const row = await this.#db.selectFrom('cover').selectAll().where('id', '=', id).executeTakeFirst();
    return row && { teamId: row.team_id, cover: toCover(row), takenBack: toTakenBack(row) };
  }

  async listCovers(team: TeamId, rota: string, endingAfter: Instant): Promise<readonly Cover[]> {
    const rows = await this.#db
      .selectFrom('cover')
      .selectAll()
      .where('team_id', '=', team)
      .where('rota', '=', rota)
      .where('ends_at', '>', endingAfter)
      .where((where) => where.or([where('taken_back_at', 'is', null), where('taken_back_at', '>', endingAfter)]))
      .where((where) =>
        where.or([where('taken_back_at', 'is', null), where('taken_back_at', '>', where.ref('starts_at'))]),
      )
      .orderBy('set_at')
      .orderBy('id')
      .execute();
    return rows.map((row) => ({ ...toCover(row), until: row.taken_back_at ?? row.ends_at }));
  }

  async addCover(team: TeamId, cover: Cover): Promise<void> {
    await this.#db
      .insertInto('cover')
      .values({
        id: cover.id,
        team_id: team,
        rota: cover.rota,
        covered_by: cover.by,
        covers_for: cover.coversFor ?? null,
        starts_at: cover.from,
        ends_at: cover.until,
        set_by: cover.setBy,
        set_at: cover.setAt,
        taken_back_by: null,
        taken_back_at: null,
      })
      .execute();
  }

  async takeBackCover(id: CoverId, takenBack: { readonly by: PersonId; readonly at: Instant }): Promise<void> {
    await this.#db
      .updateTable('cover')
      .set({ taken_back_by: takenBack.by, taken_back_at: takenBack.at })
      .where('id', '=', id)
      .where('taken_back_at', 'is', null)
      .execute();
  }
}

function toCover(row: CoverRow): Cover {
  return {
    id: row.id,
    rota: row.rota,
    by: row.covered_by,
    coversFor: row.covers_for ?? undefined,
    from: row.starts_at,
    until: row.ends_at,
    setBy: row.set_by,
    setAt: row.set_at,
  };
}

function toTakenBack({ taken_back_by: by, taken_back_at: at }: CoverRow): KeptCover['takenBack'] {
  return by === null || at === null ? undefined : { by, at };
}
