import type { Kysely } from 'kysely';
import type { ChannelId, IncidentId, PersonId, TeamId } from '../domain/ids.ts';
import type { Incident } from '../domain/incident/incident.ts';
import type { IncidentStore } from '../use-cases/stores.ts';
import { isOpenIncident } from './is-open-incident.ts';
import { isReal } from './is-real.ts';
import { mayView } from './may-view.ts';
import { toMessageRef } from './message-ref.ts';
import type { IncidentRow, Schema } from './schema.ts';
import { StaleVersionError } from './stale-version-error.ts';

export class DatabaseIncidentStore implements IncidentStore {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  async find(id: IncidentId): Promise<Incident | undefined> {
    const row = await this.#db.selectFrom('incident').selectAll().where('id', '=', id).executeTakeFirst();
    return row && toIncident(row);
  }

  async findByChannel(team: TeamId, channel: ChannelId): Promise<Incident | undefined> {
    const row = await this.#db
      .selectFrom('incident')
      .selectAll()
      .where('team_id', '=', team)
      .where('channel', '=', channel)
      .executeTakeFirst();
    return row && toIncident(row);
  }

  async listByNumber(number: number): Promise<readonly Incident[]> {
    const rows = await this.#db
      .selectFrom('incident')
      .selectAll()
      .where('number', '=', number)
      .orderBy('team_id')
      .execute();
    return rows.map(toIncident);
  }

  async listOpen(team: TeamId, viewer: PersonId, most: number): Promise<readonly Incident[]> {
    const rows = await this.#db
      .selectFrom('incident')
      .selectAll()
      .where('team_id', '=', team)
      .where(isOpenIncident)
      .where(mayView(viewer))
      .orderBy('number', 'desc')
      .limit(most)
      .execute();
    return rows.map(toIncident);
  }

  async countOpen(team: TeamId): Promise<number> {
    const row = await this.#db
      .selectFrom('incident')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('team_id', '=', team)
      .where(isOpenIncident)
      .where(isReal)
      .executeTakeFirstOrThrow();
    return Number(row.count);
  }

  async listInChannels(team: TeamId): Promise<readonly Incident[]> {
    const rows = await this.#db
      .selectFrom('incident')
      .selectAll()
      .where('team_id', '=', team)
      .where(isOpenIncident)
      .where('channel', 'is not', null)
      .orderBy('number')
      .execute();
    return rows.map(toIncident);
  }

  async nextNumber(team: TeamId): Promise<number> {
    const row = await this.#db
      .selectFrom('incident')
      .select(({ fn }) => fn.max('number').as('highest'))
      .where('team_id', '=', team)
      .executeTakeFirst();
    return Number(row?.highest ?? 0) + 1;
  }

  async add(incident: Incident): Promise<void> {
    await this.#db.insertInto('incident').values(toRow(incident)).execute();
  }

  async save(incident: Incident): Promise<void> {
    const { numUpdatedRows } = await this.#db
      .updateTable('incident')
      .set({ ...toRow(incident), version: incident.version + 1 })
      .where('id', '=', incident.id)
      .where('version', '=', incident.version)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) {
      throw new StaleVersionError(`incident ${incident.id} is not at version ${incident.version}`);
    }
  }
}

export function toIncident(row: IncidentRow): Incident {
  return {
    id: row.id,
    teamId: row.team_id,
    number: row.number,
    title: row.title,
    summary: row.summary,
    severity: row.severity,
    status: row.status,
    isPrivate: row.is_private === 1,
    isDrill: row.is_drill === 1,
    declaredBy: row.declared_by,
    declaredAt: row.declared_at,
    resolvedAt: row.resolved_at ?? undefined,
    closedAt: row.closed_at ?? undefined,
    channel: row.channel ?? undefined,
    card: toMessageRef(row.card_channel, row.card_key),
    announcement: toMessageRef(row.announcement_channel, row.announcement_key),
    version: row.version,
  };
}

function toRow(incident: Incident): IncidentRow {
  return {
    id: incident.id,
    team_id: incident.teamId,
    number: incident.number,
    title: incident.title,
    summary: incident.summary,
    severity: incident.severity,
    status: incident.status,
    is_private: incident.isPrivate ? 1 : 0,
    is_drill: incident.isDrill ? 1 : 0,
    declared_by: incident.declaredBy,
    declared_at: incident.declaredAt,
    resolved_at: incident.resolvedAt ?? null,
    closed_at: incident.closedAt ?? null,
    channel: incident.channel ?? null,
    card_channel: incident.card?.channel ?? null,
    card_key: incident.card?.key ?? null,
    announcement_channel: incident.announcement?.channel ?? null,
    announcement_key: incident.announcement?.key ?? null,
    version: incident.version,
  };
}
