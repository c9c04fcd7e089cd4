import { type ExpressionBuilder, type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import type { ItemOfIncident } from '../domain/action-items/item-of-incident.ts';
import type { ItemCount, ItemListStore, ItemQuery, Whose } from '../use-cases/item-list-store.ts';
import { mayView } from './may-view.ts';
import type { Schema } from './schema.ts';
import { withIncidents } from './with-incidents.ts';

export class DatabaseItemListStore implements ItemListStore {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  async list(query: ItemQuery, { from, most }: { readonly from: number; readonly most: number }) {
    const matching = this.#matching(query).selectAll('action_item');
    // Of open ones alone an index knows the order.
    const rows = await (query.show === 'all' ? openFirst(matching) : matching)
      .orderBy('action_item.due_on', (order) => order.asc().nullsLast())
      .orderBy('action_item.id')
      .offset(from)
      .limit(most)
      .execute();
    const known = await withIncidents(this.#db, rows);
    return known.map(({ item, incident }): ItemOfIncident => ({ item, incident }));
  }

  async count(query: ItemQuery): Promise<ItemCount> {
    const isLate = sql<number>`case when action_item.status = 'open' and action_item.due_on < ${query.today} then 1 else 0 end`;
    const row = await this.#matching(query)
      .select(({ fn }) => [fn.countAll().as('total'), fn.sum(isLate).as('overdue')])
      .executeTakeFirstOrThrow();
    return { total: Number(row.total), overdue: Number(row.overdue ?? 0) };
  }

  #matching(query: ItemQuery): Matching {
    const { teamId, viewer, today, show, whose, incidentId } = query;
    let matching: Matching = this.#db
      .selectFrom('action_item')
      .innerJoin('incident', 'incident.id', 'action_item.incident_id')
      .where('action_item.team_id', '=', teamId)
      .where(mayView(viewer));
    if (show !== 'all') {
      matching = matching.where('action_item.status', '=', 'open');
    }
    if (show === 'overdue') {
      matching = matching.where('action_item.due_on', '<', today);
    }
    if (incidentId !== undefined) {
      matching = matching.where('action_item.incident_id', '=', incidentId);
    }
    return whose === undefined ? matching : ownedBy(matching, whose, query);
  }
}

type Matching = SelectQueryBuilder<Schema, 'action_item' | 'incident', object>;

function openFirst<Row>(matching: SelectQueryBuilder<Schema, 'action_item' | 'incident', Row>): typeof matching {
  return matching
    .orderBy(sql`case when action_item.status = 'open' then 0 else 1 end`)
    .orderBy(sql`case when action_item.status = 'open' then null else action_item.ended_at end`, 'desc');
}

function ownedBy(matching: Matching, whose: Whose, { teamId, viewer }: ItemQuery): Matching {
  return whose.kind === 'mine'
    ? matching.where('action_item.id', 'in', (eb) => itemsOf(eb, teamId, viewer))
    : matching.where('action_item.owner_kind', '=', whose.kind).where('action_item.owner_id', '=', whose.id);
}

/**
 * Theirs, those of the groups that they are in, and of a group of which nobody told us the members those of which they
 * were told. Each part by an index, and the rest by key: an `or` over them would read every open item.
 */
function itemsOf(
  { selectFrom }: ExpressionBuilder<Schema, 'action_item' | 'incident'>,
  team: ItemQuery['teamId'],
  person: ItemQuery['viewer'],
) {
  return selectFrom('action_item as own')
    .select('own.id')
    .where('own.team_id', '=', team)
    .where('own.owner_id', '=', person)
    .where('own.owner_kind', '=', 'person')
    .unionAll(
      selectFrom('group_member as member')
        .innerJoin('action_item as grouped', (join) =>
          join.onRef('grouped.team_id', '=', 'member.team_id').onRef('grouped.owner_id', '=', 'member.group_id'),
        )
        .select('grouped.id')
        .where('member.team_id', '=', team)
        .where('member.person_id', '=', person)
        .where('grouped.owner_kind', '=', 'group'),
    )
    .unionAll(
      selectFrom('action_item_recipient as recipient')
        .innerJoin('action_item as told', 'told.id', 'recipient.action_item_id')
        .select('told.id')
        .where('recipient.team_id', '=', team)
        .where('recipient.person_id', '=', person)
        .where('recipient.capacity', '=', 'owner')
        .where('told.owner_kind', '=', 'group')
        .where(({ not, exists, selectFrom: from }) =>
          not(
            exists(
              from('group_member as known')
                .select('known.person_id')
                .where('known.team_id', '=', team)
                .whereRef('known.group_id', '=', 'told.owner_id'),
            ),
          ),
        ),
    );
}
