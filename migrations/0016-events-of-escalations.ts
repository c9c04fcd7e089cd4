import type { Kysely } from 'kysely';

/** The timeline tells an escalation by that escalation, not by the instant; and how long its answer took is a number. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('escalation').addColumn('event_id', 'text').execute();
  await db.schema.alterTable('escalation').addColumn('answered_after_seconds', 'integer').execute();
  await carryOver(db as Kysely<Tables>);
}

interface Tables {
  escalation: {
    id: string;
    incident_id: string;
    requested_by: string;
    requested_at: string;
    acknowledged_by: string | null;
    acknowledged_at: string | null;
    event_id: string | null;
    answered_after_seconds: number | null;
  };
  timeline_event: {
    id: string;
    incident_id: string;
    kind: string;
    recorded_by: string;
    recorded_at: string;
    about_event_id: string | null;
  };
}

/** The event of an escalation was recorded at the same instant, by the same person; so was that of its first answer. */
async function carryOver(db: Kysely<Tables>): Promise<void> {
  const taken = new Set<string>();
  for (const row of await db.selectFrom('escalation').selectAll().orderBy('id').execute()) {
    const [event] = (await findEvents(db, row, 'escalation', row.requested_by, row.requested_at)).filter(
      (id) => !taken.has(id),
    );
    const { acknowledged_at, acknowledged_by } = row;
    if (event !== undefined) {
      taken.add(event);
      await db.updateTable('escalation').set({ event_id: event }).where('id', '=', row.id).execute();
    }
    if (acknowledged_at !== null) {
      const answered_after_seconds = secondsBetween(row.requested_at, acknowledged_at);
      await db.updateTable('escalation').set({ answered_after_seconds }).where('id', '=', row.id).execute();
    }
    if (event !== undefined && acknowledged_at !== null && acknowledged_by !== null) {
      const answers = await findEvents(db, row, 'acknowledged', acknowledged_by, acknowledged_at);
      await db
        .updateTable('timeline_event')
        .set({ about_event_id: event })
        .where('id', 'in', answers.length > 0 ? answers : [''])
        .execute();
    }
  }
}

/** A column of integers holds no milliseconds of a month on every engine. */
function secondsBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 1_000);
}

async function findEvents(
  db: Kysely<Tables>,
  { incident_id }: Pick<Tables['escalation'], 'incident_id'>,
  kind: string,
  by: string,
  at: string,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('timeline_event')
    .select('id')
    .where('incident_id', '=', incident_id)
    .where('kind', '=', kind)
    .where('recorded_by', '=', by)
    .where('recorded_at', '=', at)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}
