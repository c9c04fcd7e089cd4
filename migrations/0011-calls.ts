import { type Kysely, sql } from 'kysely';

/** An escalation goes on step by step, and each call that it makes has a row. Those of before made one step. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('escalation_call')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('escalation_id', 'text', (column) => column.notNull().references('escalation.id'))
    .addColumn('team_id', 'text', (column) => column.notNull())
    .addColumn('round', 'integer', (column) => column.notNull())
    .addColumn('step', 'integer', (column) => column.notNull())
    .addColumn('target_json', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text')
    .addColumn('called_at', 'text', (column) => column.notNull())
    .addColumn('delivered_at', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('resumed', 'integer', (column) => column.notNull())
    .addColumn('is_quiet', 'integer', (column) => column.notNull().check(sql`is_quiet in (0, 1)`))
    .addColumn('note', 'text')
    .addColumn('responded_at', 'text')
    .addColumn('message_channel', 'text')
    .addColumn('message_key', 'text')
    .execute();
  await db.schema
    .createIndex('escalation_call_of_escalation')
    .on('escalation_call')
    .columns(['escalation_id', 'id'])
    .execute();
  for (const column of ['plan_json', 'state', 'held_by', 'held_since', 'ended_at']) {
    await db.schema.alterTable('escalation').addColumn(column, 'text').execute();
  }
  for (const column of ['is_urgent', 'round', 'step', 'resumed']) {
    await db.schema.alterTable('escalation').addColumn(column, 'integer').execute();
  }
  await carryOver(db as Kysely<Tables>);
  await db.schema.alterTable('escalation').dropColumn('called_json').execute();
}

interface Tables {
  escalation: {
    id: string;
    team_id: string;
    target_kind: string;
    target_id: string;
    target_handle: string | null;
    called_json: string;
    requested_at: string;
    acknowledged_by: string | null;
    acknowledged_at: string | null;
    plan_json: string;
    state: string;
    held_by: string | null;
    held_since: string | null;
    is_urgent: number;
    round: number;
    step: number;
    resumed: number;
  };
  escalation_call: {
    id: string;
    escalation_id: string;
    team_id: string;
    round: number;
    step: number;
    target_json: string;
    person_id: string;
    called_at: string;
    delivered_at: string;
    state: string;
    resumed: number;
    is_quiet: number;
    responded_at: string | null;
  };
  work: { id: string; kind: string; payload_json: string; done_at: string | null; failed_at: string | null };
}

/** What nobody answered stays so, calls nobody again, and can still be answered. */
async function carryOver(db: Kysely<Tables>): Promise<void> {
  for (const row of await db.selectFrom('escalation').selectAll().execute()) {
    const target =
      row.target_kind === 'group'
        ? { kind: 'group', id: row.target_id, handle: row.target_handle ?? '' }
        : { kind: 'person', id: row.target_id };
    const plan = { steps: [{ targets: [target], waitMinutes: 5 }], rounds: 1, contacts: [] };
    await db
      .updateTable('escalation')
      .set({
        plan_json: JSON.stringify(plan),
        state: row.acknowledged_at === null ? 'unanswered' : 'answered',
        held_by: row.acknowledged_by,
        held_since: row.acknowledged_at,
        is_urgent: 1,
        round: 1,
        step: 1,
        resumed: 0,
      })
      .where('id', '=', row.id)
      .execute();
    const calls = (JSON.parse(row.called_json) as readonly string[]).map((person) => ({
      id: `${row.id}-${person}`,
      escalation_id: row.id,
      team_id: row.team_id,
      round: 1,
      step: 1,
      target_json: JSON.stringify(target),
      person_id: person,
      called_at: row.requested_at,
      delivered_at: row.requested_at,
      state: person === row.acknowledged_by ? 'answered' : 'delivered',
      resumed: 0,
      is_quiet: 0,
      responded_at: person === row.acknowledged_by ? row.acknowledged_at : null,
    }));
    if (calls.length > 0) {
      await db.insertInto('escalation_call').values(calls).execute();
    }
  }
  await carryOverWork(db);
}

/** A call that was asked for, and not made when the bot stopped, is made by going on to the first step. */
async function carryOverWork(db: Kysely<Tables>): Promise<void> {
  const waiting = await db
    .selectFrom('work')
    .select(['id', 'payload_json'])
    .where('kind', 'in', ['call-person', 'call-group'])
    .where('done_at', 'is', null)
    .where('failed_at', 'is', null)
    .execute();
  for (const { id, payload_json } of waiting) {
    const { escalationId } = JSON.parse(payload_json) as { readonly escalationId: string };
    await db
      .updateTable('escalation')
      .set({ state: 'calling', step: 0 })
      .where('id', '=', escalationId)
      .where('acknowledged_at', 'is', null)
      .execute();
    const due = { kind: 'watch-escalation', escalationId, round: 1, step: 0 };
    await db
      .updateTable('work')
      .set({ kind: due.kind, payload_json: JSON.stringify(due) })
      .where('id', '=', id)
      .execute();
  }
}
