import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Instant } from '../domain/time.ts';
import type { AlertGroup, AlertGroupKey, AlertStore } from '../use-cases/stores.ts';
import { isOpenIncident } from './is-open-incident.ts';
import { AnInstant, orMissing } from './json-fields.ts';
import type { AlertGroupRow, Schema } from './schema.ts';

export class DatabaseAlertStore implements AlertStore {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  async find({ teamId, hook, dedupKey }: AlertGroupKey): Promise<AlertGroup | undefined> {
    const row = await this.#db
      .selectFrom('alert_group')
      .selectAll()
      .where('team_id', '=', teamId)
      .where('hook', '=', hook)
      .where('dedup_key', '=', dedupKey)
      .executeTakeFirst();
    return row && toAlertGroup(row);
  }

  /** Of two that add the same group at once, PostgreSQL has the later start its transaction again. */
  async save(group: AlertGroup): Promise<void> {
    const { team_id, hook, dedup_key, ...heard } = toRow(group);
    await this.#db
      .insertInto('alert_group')
      .values({ team_id, hook, dedup_key, ...heard })
      .onConflict((conflict) => conflict.columns(['team_id', 'hook', 'dedup_key']).doUpdateSet(heard))
      .execute();
  }

  async forgetHeardBefore(at: Instant): Promise<void> {
    const open = this.#db.selectFrom('incident').select('id').where(isOpenIncident);
    await this.#db
      .deleteFrom('alert_group')
      .where('last_heard_at', '<', at)
      .where(({ eb, or }) => or([eb('incident_id', 'is', null), eb('incident_id', 'not in', open)]))
      .execute();
  }
}

const Heard = z.array(
  z.object({
    fingerprint: z.string(),
    startedAt: orMissing(AnInstant),
    endedAt: orMissing(AnInstant),
    isEndTold: z.boolean().default(true),
    words: z.string(),
  }),
);

function toAlertGroup(row: AlertGroupRow): AlertGroup {
  return {
    teamId: row.team_id,
    hook: row.hook,
    dedupKey: row.dedup_key,
    incidentId: row.incident_id ?? undefined,
    heard: Heard.parse(JSON.parse(row.heard_json)),
    lastHeardAt: row.last_heard_at,
  };
}

function toRow(group: AlertGroup): AlertGroupRow {
  return {
    team_id: group.teamId,
    hook: group.hook,
    dedup_key: group.dedupKey,
    incident_id: group.incidentId ?? null,
    heard_json: JSON.stringify(group.heard),
    last_heard_at: group.lastHeardAt,
  };
}
