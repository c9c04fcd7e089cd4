import { type Kysely, sql } from 'kysely';
import type { CountedItem } from '../domain/action-items/figures.ts';
import type { TeamId } from '../domain/ids.ts';
import { type CalendarDate, type Instant, UTC } from '../domain/time.ts';
import type { ActionItemReportStore, OverdueItem } from '../use-cases/action-item-stores.ts';
import { toActionItem, toOwner } from './action-item-rows.ts';
import { toIncident } from './database-incident-store.ts';
import { isReal } from './is-real.ts';
import type { Schema } from './schema.ts';

export class DatabaseActionItemReportStore implements ActionItemReportStore {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  async listOverdue(team: TeamId, dueBy: CalendarDate): Promise<readonly OverdueItem[]> {
    const overdue = this.#db
      .selectFrom('action_item')
      .innerJoin('incident', 'incident.id', 'action_item.incident_id')
      .where('action_item.team_id', '=', team)
      .where('action_item.status', '=', 'open')
      .where('action_item.due_on', '<=', dueBy)
      .where('incident.is_private', '=', 0)
      .where(isReal);
    const rows = await overdue
      .selectAll('action_item')
      .orderBy('action_item.due_on')
      .orderBy('action_item.id')
      .execute();
    const incidents = await this.#db
      .selectFrom('incident')
      .selectAll()
      .where('id', 'in', overdue.select('incident.id'))
      .execute();
    const byId = new Map(incidents.map((row) => [row.id, toIncident(row)]));
    return rows.flatMap((row) => {
      const incident = byId.get(row.incident_id);
      return incident === undefined ? [] : [{ item: toActionItem(row), incident }];
    });
  }

  async listCounted(team: TeamId, since: Instant): Promise<readonly CountedItem[]> {
    const counted = this.#db
      .selectFrom('action_item')
      .innerJoin('incident', 'incident.id', 'action_item.incident_id')
      .leftJoin('person', (join) =>
        join
          .onRef('person.team_id', '=', 'action_item.team_id')
          .onRef('person.id', '=', sql.ref('action_item.owner_id')),
      )
      .where('action_item.team_id', '=', team)
      .where(isReal)
      .select(['kind', 'owner_kind', 'owner_id', 'owner_handle', 'due_on', 'created_at', 'ended_at', 'time_zone']);
    const open = await counted.where('action_item.status', '=', 'open').execute();
    const done = await counted
      .where('action_item.status', '=', 'done')
      .where('action_item.ended_at', '>=', since)
      .execute();
    return [...open, ...done].map((row) => ({
      kind: row.kind ?? undefined,
      owner: toOwner(row),
      zone: row.time_zone ?? UTC,
      dueOn: row.due_on ?? undefined,
      createdAt: row.created_at,
      doneAt: row.ended_at ?? undefined,
    }));
  }
}
