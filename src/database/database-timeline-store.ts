import type { Kysely } from 'kysely';
import type { IncidentId, TimelineEventId } from '../domain/ids.ts';
import { inOrder, type TimelineEvent } from '../domain/timeline/timeline-event.ts';
import type { TimelineStore } from '../use-cases/ports.ts';
import { toMessageRef } from './message-ref.ts';
import type { Schema, TimelineEventRow } from './schema.ts';
import { teamOfIncident } from './team-of-incident.ts';

export class DatabaseTimelineStore implements TimelineStore {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  async find(id: TimelineEventId): Promise<TimelineEvent | undefined> {
    const row = await this.#db.selectFrom('timeline_event').selectAll().where('id', '=', id).executeTakeFirst();
    return row && toTimelineEvent(row);
  }

  async list(incident: IncidentId): Promise<readonly TimelineEvent[]> {
    const rows = await this.#db.selectFrom('timeline_event').selectAll().where('incident_id', '=', incident).execute();
    return inOrder(rows.map(toTimelineEvent));
  }

  async add(event: TimelineEvent): Promise<boolean> {
    const { numInsertedOrUpdatedRows } = await this.#db
      .insertInto('timeline_event')
      .values({ ...toRow(event), team_id: teamOfIncident(this.#db, event.incidentId) })
      .onConflict((conflict) => conflict.columns(['incident_id', 'message_channel', 'message_key']).doNothing())
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n;
  }
}

function toTimelineEvent(row: TimelineEventRow): TimelineEvent {
  return {
    id: row.id,
    incidentId: row.incident_id,
    kind: row.kind,
    text: row.text,
    at: row.at,
    saidBy: row.said_by ?? undefined,
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at,
    message: toMessageRef(row.message_channel, row.message_key),
    permalink: row.permalink ?? undefined,
  };
}

function toRow(event: TimelineEvent): Omit<TimelineEventRow, 'team_id'> {
  return {
    id: event.id,
    incident_id: event.incidentId,
    kind: event.kind,
    text: event.text,
    at: event.at,
    said_by: event.saidBy ?? null,
    recorded_by: event.recordedBy,
    recorded_at: event.recordedAt,
    message_channel: event.message?.channel ?? null,
    message_key: event.message?.key ?? null,
    permalink: event.permalink ?? null,
  };
}
