import type { Kysely } from 'kysely';
import type { IncidentId, StatusUpdateId } from '../domain/ids.ts';
import type { StatusUpdate } from '../domain/updates/status-update.ts';
import type { UpdateStore } from '../use-cases/stores.ts';
import type { Schema, StatusUpdateRow } from './schema.ts';
import { teamOfIncident } from './team-of-incident.ts';

export class DatabaseUpdateStore implements UpdateStore {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  async find(id: StatusUpdateId): Promise<StatusUpdate | undefined> {
    const row = await this.#db.selectFrom('status_update').selectAll().where('id', '=', id).executeTakeFirst();
    return row && toStatusUpdate(row);
  }

  async newest(incident: IncidentId): Promise<StatusUpdate | undefined> {
    const row = await this.#db
      .selectFrom('status_update')
      .selectAll()
      .where('incident_id', '=', incident)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row && toStatusUpdate(row);
  }

  async add(update: StatusUpdate): Promise<void> {
    await this.#db
      .insertInto('status_update')
      .values({
        id: update.id,
        team_id: teamOfIncident(this.#db, update.incidentId),
        incident_id: update.incidentId,
        text: update.text,
        sent_by: update.sentBy,
        at: update.at,
        next_due_at: update.nextDueAt ?? null,
      })
      .execute();
  }
}

function toStatusUpdate(row: StatusUpdateRow): StatusUpdate {
  return {
    id: row.id,
    incidentId: row.incident_id,
    text: row.text,
    sentBy: row.sent_by,
    at: row.at,
    nextDueAt: row.next_due_at ?? undefined,
  };
}
