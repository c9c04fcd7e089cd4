import type { Kysely } from 'kysely';
import type { KeptOverride, RotaOverride } from '../domain/escalation/rota-override.ts';
import type { PersonId, RotaOverrideId, TeamId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { RotaStore } from '../use-cases/stores.ts';
import type { RotaOverrideRow, Schema } from './schema.ts';

export class DatabaseRotaStore implements RotaStore {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  async findOverride(id: RotaOverrideId): Promise<KeptOverride | undefined> {
    const row = await this.#db.selectFrom('rota_override').selectAll().where('id', '=', id).executeTakeFirst();
    return row && { teamId: row.team_id, override: toOverride(row), withdrawn: toWithdrawal(row) };
  }

  async listOverrides(team: TeamId, rota: string, endingAfter: Instant): Promise<readonly RotaOverride[]> {
    const rows = await this.#db
      .selectFrom('rota_override')
      .selectAll()
      .where('team_id', '=', team)
      .where('rota', '=', rota)
      .where('ends_at', '>', endingAfter)
      .where((where) => where.or([where('withdrawn_at', 'is', null), where('withdrawn_at', '>', endingAfter)]))
      .where((where) =>
        where.or([where('withdrawn_at', 'is', null), where('withdrawn_at', '>', where.ref('starts_at'))]),
      )
      .orderBy('set_at')
      .orderBy('id')
      .execute();
    return rows.map((row) => ({ ...toOverride(row), until: row.withdrawn_at ?? row.ends_at }));
  }

  async addOverride(team: TeamId, override: RotaOverride): Promise<void> {
    await this.#db
      .insertInto('rota_override')
      .values({
        id: override.id,
        team_id: team,
        rota: override.rota,
        covered_by: override.by,
        covers_for: override.coversFor ?? null,
        starts_at: override.from,
        ends_at: override.until,
        set_by: override.setBy,
        set_at: override.setAt,
        withdrawn_by: null,
        withdrawn_at: null,
      })
      .execute();
  }

  async withdrawOverride(
    id: RotaOverrideId,
    withdrawn: { readonly by: PersonId; readonly at: Instant },
  ): Promise<void> {
    await this.#db
      .updateTable('rota_override')
      .set({ withdrawn_by: withdrawn.by, withdrawn_at: withdrawn.at })
      .where('id', '=', id)
      .where('withdrawn_at', 'is', null)
      .execute();
  }
}

function toOverride(row: RotaOverrideRow): RotaOverride {
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

function toWithdrawal({ withdrawn_by: by, withdrawn_at: at }: RotaOverrideRow): KeptOverride['withdrawn'] {
  return by === null || at === null ? undefined : { by, at };
}
