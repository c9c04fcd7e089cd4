import { type Kysely, sql } from 'kysely';
import type { ActionItem } from '../domain/action-items/action-item.ts';
import type { ActionItemChange } from '../domain/action-items/action-item-change.ts';
import type { ActionItemId, GroupId, IncidentId, PersonId, TeamId } from '../domain/ids.ts';
import type { Party } from '../domain/people/person.ts';
import type { ActionItemStore, Known } from '../use-cases/action-item-stores.ts';
import type { Ids } from '../use-cases/system.ts';
import { fromActionItem, toActionItem, toChange } from './action-item-rows.ts';
import { inChunks } from './in-chunks.ts';
import type { Schema } from './schema.ts';
import { teamOfActionItem } from './team-of-action-item.ts';
import { teamOfIncident } from './team-of-incident.ts';
import { withIncidents } from './with-incidents.ts';

export class DatabaseActionItemStore implements ActionItemStore {
  readonly #db: Kysely<Schema>;
  readonly #ids: Ids;

  constructor(db: Kysely<Schema>, ids: Ids) {
    this.#db = db;
    this.#ids = ids;
  }

  async find(id: ActionItemId): Promise<ActionItem | undefined> {
    const row = await this.#db.selectFrom('action_item').selectAll().where('id', '=', id).executeTakeFirst();
    return row && toActionItem(row);
  }

  async findAll(ids: readonly ActionItemId[]): Promise<ReadonlyMap<ActionItemId, ActionItem>> {
    const found = new Map<ActionItemId, ActionItem>();
    for (const some of inChunks(ids)) {
      const rows = await this.#db.selectFrom('action_item').selectAll().where('id', 'in', some).execute();
      for (const row of rows) {
        found.set(row.id, toActionItem(row));
      }
    }
    return found;
  }

  async readAll(ids: readonly ActionItemId[]): Promise<readonly Known[]> {
    const known = new Map<ActionItemId, Known>();
    for (const some of inChunks(ids)) {
      const rows = await this.#db.selectFrom('action_item').selectAll().where('id', 'in', some).execute();
      const histories = await this.#histories(some);
      for (const { item, incident } of await withIncidents(this.#db, rows)) {
        known.set(item.id, { item, incident, history: histories.get(item.id) ?? [] });
      }
    }
    return ids.flatMap((id) => known.get(id) ?? []);
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

  async listOpenOf(team: TeamId, owner: Pick<Party, 'kind' | 'id'>): Promise<readonly ActionItem[]> {
    const rows = await this.#db
      .selectFrom('action_item')
      .selectAll()
      .where('team_id', '=', team)
      .where('owner_id', '=', owner.id)
      .where('owner_kind', '=', owner.kind)
      .where('status', '=', 'open')
      .orderBy('id')
      .execute();
    return rows.map(toActionItem);
  }

  async listOpenNear(team: TeamId, person: PersonId): Promise<readonly ActionItem[]> {
    const rows = await this.#db
      .selectFrom('action_item')
      .selectAll()
      .where('id', 'in', itemsNear(this.#db, team, person))
      .where('status', '=', 'open')
      .execute();
    return rows.map(toActionItem);
  }

  async listOwningGroups(team: TeamId): Promise<readonly GroupId[]> {
    const rows = await this.#db
      .selectFrom('action_item')
      .select('owner_id')
      .distinct()
      .where('team_id', '=', team)
      .where('status', '=', 'open')
      .where('owner_kind', '=', 'group')
      .execute();
    return rows.map(({ owner_id: id }) => id as GroupId);
  }

  async listGivenUp(incident: IncidentId): Promise<ReadonlyMap<ActionItemId, string>> {
    const rows = await this.#db
      .selectFrom('action_item_change')
      .innerJoin('action_item', 'action_item.id', 'action_item_change.action_item_id')
      .selectAll('action_item_change')
      .where('action_item.incident_id', '=', incident)
      .where('action_item.status', '=', 'wont-do')
      .orderBy('action_item_change.id')
      .execute();
    const ends = rows.map(toChange).filter(({ fields }) => fields.some(({ to }) => to === 'wont-do'));
    return new Map(ends.flatMap(({ actionItemId, reason }) => (reason === undefined ? [] : [[actionItemId, reason]])));
  }

  async add(item: ActionItem): Promise<void> {
    await this.#db
      .insertInto('action_item')
      .values({ ...fromActionItem(item), team_id: teamOfIncident(this.#db, item.incidentId) })
      .execute();
  }

  async save(item: ActionItem): Promise<void> {
    await this.#db.updateTable('action_item').set(fromActionItem(item)).where('id', '=', item.id).execute();
  }

  async history(id: ActionItemId): Promise<readonly ActionItemChange[]> {
    return (await this.#histories([id])).get(id) ?? [];
  }

  async #histories(ids: readonly ActionItemId[]): Promise<ReadonlyMap<ActionItemId, readonly ActionItemChange[]>> {
    const rows = await this.#db
      .selectFrom('action_item_change')
      .selectAll()
      .where('action_item_id', 'in', ids)
      .orderBy('id')
      .execute();
    const histories = new Map<ActionItemId, ActionItemChange[]>();
    for (const change of rows.map(toChange)) {
      const history = histories.get(change.actionItemId) ?? [];
      histories.set(change.actionItemId, history);
      history.push(change);
    }
    return histories;
  }

  async addChange(change: ActionItemChange): Promise<void> {
    await this.#db
      .insertInto('action_item_change')
      .values({
        id: this.#ids.next(),
        team_id: teamOfActionItem(this.#db, change.actionItemId),
        action_item_id: change.actionItemId,
        changed_by: change.by ?? null,
        at: change.at,
        fields_json: JSON.stringify(change.fields),
        reason: change.reason ?? null,
        through_channel: change.through?.channel ?? null,
        through_key: change.through?.key ?? null,
      })
      .execute();
  }
}

/** Each part by an index, and the rest by key: an `or` over them would read every open item. */
function itemsNear(db: Kysely<Schema>, team: TeamId, person: PersonId) {
  const open = db.selectFrom('action_item').select('id').where('team_id', '=', team).where('status', '=', 'open');
  return open
    .where('owner_kind', '=', 'person')
    .where('owner_id', '=', person)
    .unionAll(open.where('owner_kind', '=', 'group').where('owner_id', 'in', groupsOf(db, team, person)))
    .unionAll(
      db
        .selectFrom('action_item')
        .select('id')
        .where('incident_id', 'in', incidentsOf(db, team, person)),
    );
}

function groupsOf(db: Kysely<Schema>, team: TeamId, person: PersonId) {
  return db.selectFrom('group_member').select('group_id').where('team_id', '=', team).where('person_id', '=', person);
}

/** Which somebody may have led. */
function incidentsOf(db: Kysely<Schema>, team: TeamId, person: PersonId) {
  return db
    .selectFrom('incident')
    .select('id')
    .where('team_id', '=', team)
    .where('declared_by', '=', person)
    .unionAll(
      db
        .selectFrom('incident_role')
        .select('incident_id as id')
        .where('team_id', '=', team)
        .where('person_id', '=', person),
    )
    .unionAll(
      db
        .selectFrom('timeline_event')
        .select('incident_id as id')
        .where('team_id', '=', team)
        .where('recorded_by', '=', person)
        // In the very terms of its index.
        .where(({ eb }) => eb('kind', '=', sql.lit('closed'))),
    );
}
