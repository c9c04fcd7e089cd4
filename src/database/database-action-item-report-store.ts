import { type Kysely, sql } from 'kysely';
import type { ActionItemKind } from '../domain/action-items/action-item.ts';
import type { DoneItem, OpenItems } from '../domain/action-items/figures.ts';
import type { GroupId, PersonId, TeamId } from '../domain/ids.ts';
import { type CalendarDate, type Instant, type TimeZone, UTC } from '../domain/time.ts';
import type { ActionItemReportStore, OverdueOfOwner, ReportScope } from '../use-cases/action-item-stores.ts';
import { toOwner } from './action-item-rows.ts';
import type { Schema } from './schema.ts';
import { withIncidents } from './with-incidents.ts';

export class DatabaseActionItemReportStore implements ActionItemReportStore {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  async listOverdue(team: TeamId, dueBy: CalendarDate, most: number): Promise<readonly OverdueOfOwner[]> {
    const ranked = this.#ofCountedIncidents({ teamId: team, hasPrivate: false })
      .where('status', '=', 'open')
      .where('due_on', '<=', dueBy)
      .selectAll()
      .select(({ fn }) => [
        fn
          .agg<number>('row_number')
          .over((own) => own.partitionBy(['owner_kind', 'owner_id']).orderBy('due_on').orderBy('id'))
          .as('place'),
        fn
          .countAll()
          .over((own) => own.partitionBy(['owner_kind', 'owner_id']))
          .as('total'),
      ]);
    const rows = await this.#db
      .selectFrom(ranked.as('ranked'))
      .selectAll()
      .where('place', '<=', most)
      .orderBy('due_on')
      .orderBy('id')
      .execute();
    const known = await withIncidents(this.#db, rows);
    const ofOwners = new Map<string | null, OverdueOfOwner>();
    for (const { row, item, incident } of known) {
      const oldest = ofOwners.get(row.owner_id)?.oldest ?? [];
      const total = Number(row.total);
      ofOwners.set(row.owner_id, { owner: item.owner, total, oldest: [...oldest, { item, incident }] });
    }
    return [...ofOwners.values()];
  }

  async countOpen(scope: ReportScope, firstDay: CalendarDate, lastDay: CalendarDate): Promise<readonly OpenItems[]> {
    const clamped = this.#ofCountedIncidents(scope)
      .where('status', '=', 'open')
      .select(['team_id', 'kind', 'owner_kind', 'owner_id', 'owner_handle'])
      .select(
        sql<CalendarDate | null>`case when due_on <= ${firstDay} then ${firstDay} when due_on > ${lastDay} then null else due_on end`.as(
          'due_on',
        ),
      );
    const counts = this.#db
      .selectFrom(clamped.as('clamped'))
      .select(['team_id', 'kind', 'owner_kind', 'owner_id', 'owner_handle', 'due_on'])
      .select(({ fn }) => fn.countAll().as('count'))
      .groupBy(['team_id', 'kind', 'owner_kind', 'owner_id', 'owner_handle', 'due_on']);
    const rows = await this.#db
      .selectFrom(counts.as('item'))
      .leftJoin('person', (join) => join.onRef('person.team_id', '=', 'item.team_id').on(isOwner))
      .selectAll('item')
      .select('person.time_zone')
      .execute();
    return rows.map((row) => ({ ...toCounted(row), count: Number(row.count) }));
  }

  async listDone(scope: ReportScope, since: Instant): Promise<readonly DoneItem[]> {
    const rows = await this.#db
      .selectFrom(
        this.#ofCountedIncidents(scope)
          .where('status', '=', 'done')
          .where('ended_at', '>=', since)
          .select(['team_id', 'kind', 'owner_kind', 'owner_id', 'owner_handle', 'due_on', 'created_at', 'ended_at'])
          .as('item'),
      )
      .leftJoin('person', (join) => join.onRef('person.team_id', '=', 'item.team_id').on(isOwner))
      .selectAll('item')
      .select('person.time_zone')
      .execute();
    return rows.map((row) => ({
      ...toCounted(row),
      createdAt: row.created_at,
      doneAt: row.ended_at ?? row.created_at,
    }));
  }

  /** Drills and private incidents are few: they are looked up once, not the incident of each item. */
  #ofCountedIncidents({ teamId, hasPrivate }: ReportScope) {
    const incidents = this.#db.selectFrom('incident').select('id').where('team_id', '=', teamId);
    const leftOut = incidents.where((is) =>
      is.or([is('is_drill', '=', 1), ...(hasPrivate ? [] : [is('is_private', '=', 1)])]),
    );
    return this.#db.selectFrom('action_item').where('team_id', '=', teamId).where('incident_id', 'not in', leftOut);
  }
}

/** Of a group nobody knows a zone. */
const isOwner = sql<boolean>`person.id = item.owner_id`;

function toCounted(row: {
  readonly kind: ActionItemKind | null;
  readonly owner_kind: 'person' | 'group' | null;
  readonly owner_id: PersonId | GroupId | null;
  readonly owner_handle: string | null;
  readonly due_on: CalendarDate | null;
  readonly time_zone: TimeZone | null;
}) {
  return {
    kind: row.kind ?? undefined,
    owner: toOwner(row),
    zone: row.time_zone ?? UTC,
    dueOn: row.due_on ?? undefined,
  };
}
