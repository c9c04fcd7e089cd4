import type { Kysely } from 'kysely';
import type { AuditEntry, AuditStore } from '../use-cases/stores.ts';
import type { Ids } from '../use-cases/system.ts';
import type { Schema } from './schema.ts';

export class DatabaseAuditStore implements AuditStore {
  readonly #db: Kysely<Schema>;
  readonly #ids: Ids;

  constructor(db: Kysely<Schema>, ids: Ids) {
    this.#db = db;
    this.#ids = ids;
  }

  async add(entry: AuditEntry): Promise<void> {
    await this.#db
      .insertInto('audit_entry')
      .values({
        id: this.#ids.next(),
        team_id: entry.teamId,
        incident_id: entry.incidentId ?? null,
        person_id: entry.personId,
        at: entry.at,
        action: entry.action,
        details_json: JSON.stringify(entry.details),
      })
      .execute();
  }
}
