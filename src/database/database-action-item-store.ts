import type { Kysely } from 'kysely';
import type { ActionItem } from '../domain/action-items/action-item.ts';
import type { ActionItemId, IncidentId } from '../domain/ids.ts';
import type { Party } from '../domain/people/person.ts';
import type { ActionItemStore } from '../use-cases/stores.ts';
import { fromParty, toParty } from './party.ts';
import type { ActionItemRow, Schema } from './schema.ts';
import { teamOfIncident } from './team-of-incident.ts';

export class DatabaseActionItemStore implements ActionItemStore {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  async find(id: ActionItemId): Promise<ActionItem | undefined> {
    const row = await this.#db.selectFrom('action_item').selectAll().where('id', '=', id).executeTakeFirst();
    return row && toActionItem(row);
  }

  async list(incident: IncidentId): Promise<readonly ActionItem[]> {
    const rows = await this.#db
      .selectFrom('action_item')
      .selectAll()
      .where('incident_id', '=', incident)
      .orderBy('id')
      .execute();
    return rows.map(toActionItem);
  }

  async add(item: ActionItem): Promise<void> {
    await this.#db
      .insertInto('action_item')
      .values({ ...toRow(item), team_id: teamOfIncident(this.#db, item.incidentId) })
      .execute();
  }

  async save(item: ActionItem): Promise<void> {
    await this.#db.updateTable('action_item').set(toRow(item)).where('id', '=', item.id).execute();
  }
}

function toActionItem(row: ActionItemRow): ActionItem {
  return {
    id: row.id,
    incidentId: row.incident_id,
    title: row.title,
    kind: row.kind ?? undefined,
    owner: toOwner(row),
    dueOn: row.due_on ?? undefined,
    doneWhen: row.done_when ?? undefined,
    status: row.status,
    createdBy: row.created_by,
    createdAt: row.created_at,
    doneAt: row.done_at ?? undefined,
    permalink: row.permalink ?? undefined,
  };
}

function toOwner({ owner_kind: kind, owner_id: id, owner_handle: handle }: ActionItemRow): Party | undefined {
  return kind === null || id === null ? undefined : toParty({ kind, id, handle });
}

function toRow(item: ActionItem): Omit<ActionItemRow, 'team_id'> {
  const owner = item.owner && fromParty(item.owner);
  return {
    id: item.id,
    incident_id: item.incidentId,
    title: item.title,
    kind: item.kind ?? null,
    owner_kind: owner?.kind ?? null,
    owner_id: owner?.id ?? null,
    owner_handle: owner?.handle ?? null,
    due_on: item.dueOn ?? null,
    done_when: item.doneWhen ?? null,
    status: item.status,
    created_by: item.createdBy,
    created_at: item.createdAt,
    done_at: item.doneAt ?? null,
    permalink: item.permalink ?? null,
  };
}
