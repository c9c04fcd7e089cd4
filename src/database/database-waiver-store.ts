import type { Kysely } from 'kysely';
import type { IncidentId, PersonId } from '../domain/ids.ts';
import type { Waiver } from '../domain/postmortem/check/waiver.ts';
import type { Instant } from '../domain/time.ts';
import type { Ids } from '../use-cases/system.ts';
import type { WaiverStore } from '../use-cases/waiver-store.ts';
import type { Schema } from './schema.ts';
import { teamOfIncident } from './team-of-incident.ts';

export class DatabaseWaiverStore implements WaiverStore {
  readonly #db: Kysely<Schema>;
  readonly #ids: Ids;

  constructor(db: Kysely<Schema>, ids: Ids) {
    this.#db = db;
    this.#ids = ids;
  }

  async list(incident: IncidentId): Promise<readonly Waiver[]> {
    const rows = await this.#db
      .selectFrom('waiver')
      .selectAll()
      .where('incident_id', '=', incident)
      .where('taken_back_at', 'is', null)
      .orderBy('id')
      .execute();
    const newest = new Map(rows.map((row) => [`${row.rule} ${row.place_key}`, row.id]));
    return rows
      .filter(({ id, rule, place_key }) => newest.get(`${rule} ${place_key}`) === id)
      .map(({ rule, place_key, reason, waived_by, waived_at }) => ({
        rule,
        placeKey: place_key,
        reason,
        by: waived_by,
        at: waived_at,
      }));
  }

  async add(incident: IncidentId, { rule, placeKey, reason, by, at }: Waiver): Promise<void> {
    await this.#db
      .insertInto('waiver')
      .values({
        id: this.#ids.next(),
        team_id: teamOfIncident(this.#db, incident),
        incident_id: incident,
        rule,
        place_key: placeKey,
        reason,
        waived_by: by,
        waived_at: at,
        taken_back_by: null,
        taken_back_at: null,
      })
      .execute();
  }

  async takeBack(
    incident: IncidentId,
    { rule, placeKey }: Pick<Waiver, 'rule' | 'placeKey'>,
    { by, at }: { readonly by: PersonId; readonly at: Instant },
  ): Promise<boolean> {
    const { numUpdatedRows } = await this.#db
      .updateTable('waiver')
      .set({ taken_back_by: by, taken_back_at: at })
      .where('incident_id', '=', incident)
      .where('rule', '=', rule)
      .where('place_key', '=', placeKey)
      .where('taken_back_at', 'is', null)
      .executeTakeFirst();
    return numUpdatedRows > 0;
  }
}
