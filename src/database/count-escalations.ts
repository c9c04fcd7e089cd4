import { type Kysely, sql } from 'kysely';
import { ANSWER_BOUNDS, type EscalationCount } from '../domain/escalation/escalation-count.ts';
import type { TeamId } from '../domain/ids.ts';
import { MINUTE, SECOND } from '../domain/time.ts';
import type { Schema } from './schema.ts';

type Outcome = EscalationCount['outcome'];

/** One pass over the escalations, however many there are. Nobody's figures are better or worse for having practised. */
export async function countEscalations(db: Kysely<Schema>, team: TeamId): Promise<readonly EscalationCount[]> {
  const name = sql<string>`case when escalation.target_kind = 'person' then ''
    else coalesce(escalation.target_handle, escalation.target_id) end`;
  const outcome = sql<Outcome>`case when escalation.acknowledged_at is not null then 'answered'
    when escalation.state = 'calling' then 'open' else escalation.state end`;
  const rows = await db
    .selectFrom('escalation')
    .where('escalation.team_id', '=', team)
    .where('escalation.incident_id', 'not in', (eb) =>
      eb
        .selectFrom('incident')
        .select('incident.id')
        .where('incident.team_id', '=', team)
        .where('incident.is_drill', '=', 1),
    )
    .select(['escalation.target_kind', name.as('name'), outcome.as('outcome')])
    .select(({ fn }) => [fn.countAll().as('count'), fn.min('escalation.requested_at').as('since')])
    .select(({ fn }) => fn.sum('escalation.answered_after_seconds').as('seconds'))
    .select(ANSWER_BOUNDS.map((bound) => countWithin(bound).as(`within_${bound}`)))
    .groupBy(['escalation.target_kind', name, outcome])
    .execute();
  return rows.map((row) => ({
    target: row.target_kind === 'person' ? { kind: row.target_kind } : { kind: row.target_kind, name: row.name },
    outcome: row.outcome,
    count: Number(row.count),
    since: row.since,
    seconds: Number(row.seconds ?? 0),
    answeredWithin: ANSWER_BOUNDS.map((bound) => Number((row as Record<string, unknown>)[`within_${bound}`])),
  }));
}

function countWithin(minutes: number) {
  return sql<number>`sum(case when escalation.answered_after_seconds <= ${sql.lit((minutes * MINUTE) / SECOND)} then 1 else 0 end)`;
}
