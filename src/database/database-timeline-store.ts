import type { Kysely } from 'kysely';
import { z } from 'zod';
import {
  channelId,
  groupId,
  type IncidentId,
  type MessageRef,
  personId,
  type TeamId,
  type TimelineEventId,
} from '../domain/ids.ts';
import type { EventFile } from '../domain/timeline/event-file.ts';
import { inOrder, type Revision, type TimelineEvent } from '../domain/timeline/timeline-event.ts';
import type { TimelineStore } from '../use-cases/stores.ts';
import type { Ids } from '../use-cases/system.ts';
import { filesOf, saveFiles } from './event-files.ts';
import { toMessageRef } from './message-ref.ts';
import type { Schema } from './schema.ts';
import { teamOfIncident } from './team-of-incident.ts';
import type { TimelineEventRow } from './timeline-rows.ts';

export class DatabaseTimelineStore implements TimelineStore {
  readonly #db: Kysely<Schema>;
  readonly #ids: Ids;

  constructor(db: Kysely<Schema>, ids: Ids) {
    this.#db = db;
    this.#ids = ids;
  }

  async find(id: TimelineEventId): Promise<TimelineEvent | undefined> {
    const row = await this.#db.selectFrom('timeline_event').selectAll().where('id', '=', id).executeTakeFirst();
    return row && this.#withFiles(row);
  }

  async list(incident: IncidentId): Promise<readonly TimelineEvent[]> {
    const rows = await this.#db.selectFrom('timeline_event').selectAll().where('incident_id', '=', incident).execute();
    const files = await filesOf(this.#db, { incident });
    return inOrder(rows.map((row) => toTimelineEvent(row, files.get(row.id))));
  }

  async findLast(incident: IncidentId, kind: TimelineEvent['kind']): Promise<TimelineEvent | undefined> {
    const row = await this.#db
      .selectFrom('timeline_event')
      .selectAll()
      .where('incident_id', '=', incident)
      .where('kind', '=', kind)
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row && this.#withFiles(row);
  }

  async findByMessage(incident: IncidentId, message: MessageRef): Promise<TimelineEvent | undefined> {
    const row = await this.#db
      .selectFrom('timeline_event')
      .selectAll()
      .where('incident_id', '=', incident)
      .where('message_channel', '=', message.channel)
      .where('message_key', '=', message.key)
      .executeTakeFirst();
    return row && this.#withFiles(row);
  }

  async listByMessage(team: TeamId, message: MessageRef): Promise<readonly TimelineEvent[]> {
    const rows = await this.#db
      .selectFrom('timeline_event')
      .selectAll()
      .where('message_channel', '=', message.channel)
      .where('message_key', '=', message.key)
      .where('team_id', '=', team)
      .orderBy('id')
      .execute();
    return Promise.all(rows.map((row) => this.#withFiles(row)));
  }

  async save(event: TimelineEvent): Promise<void> {
    await this.#db.updateTable('timeline_event').set(toRow(event)).where('id', '=', event.id).execute();
    await saveFiles(this.#db, event);
  }

  async addRevision({ eventId, of, text, kind, at, replacedAt, replacedBy }: Revision): Promise<void> {
    const id = this.#ids.next();
    await this.#db
      .insertInto('timeline_revision')
      .values({
        id,
        event_id: eventId,
        wording_of: of === 'message' ? of : null,
        text,
        kind,
        at,
        replaced_at: replacedAt,
        replaced_by: replacedBy ?? null,
      })
      .execute();
  }

  async listRevisions(event: TimelineEventId): Promise<readonly Revision[]> {
    const rows = await this.#db
      .selectFrom('timeline_revision')
      .selectAll()
      .where('event_id', '=', event)
      .orderBy('id')
      .execute();
    return rows.map(({ event_id, wording_of, text, kind, at, replaced_at, replaced_by }) => ({
      eventId: event_id,
      of: wording_of ?? 'event',
      text,
      kind,
      at,
      replacedAt: replaced_at,
      replacedBy: replaced_by ?? undefined,
    }));
  }

  async redactRevisions(event: TimelineEventId, text: string): Promise<void> {
    await this.#db.updateTable('timeline_revision').set({ text }).where('event_id', '=', event).execute();
  }

  async add(event: TimelineEvent): Promise<boolean> {
    const { numInsertedOrUpdatedRows } = await this.#db
      .insertInto('timeline_event')
      .values({ ...toRow(event), team_id: teamOfIncident(this.#db, event.incidentId) })
      .onConflict((conflict) => conflict.columns(['incident_id', 'message_channel', 'message_key']).doNothing())
      .executeTakeFirstOrThrow();
    const isAdded = numInsertedOrUpdatedRows === 1n;
    if (isAdded && event.files.length > 0) {
      await saveFiles(this.#db, event);
    }
    return isAdded;
  }

  async #withFiles(row: TimelineEventRow): Promise<TimelineEvent> {
    return toTimelineEvent(row, (await filesOf(this.#db, { event: row.id })).get(row.id));
  }
}

const Mentions = z.array(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('person'), id: z.string().transform(personId), name: z.string() }),
    z.object({ kind: z.literal('group'), id: z.string().transform(groupId), name: z.string() }),
    z.object({ kind: z.literal('channel'), id: z.string().transform(channelId), name: z.string() }),
  ]),
);
const TaggedBy = z.array(z.string().transform(personId));

function toTimelineEvent(row: TimelineEventRow, files: readonly EventFile[] = []): TimelineEvent {
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
    messageText: row.message_text ?? undefined,
    madeFrom: row.made_from ?? undefined,
    messageHash: row.message_hash ?? undefined,
    messageEditedAt: row.message_edited_at ?? undefined,
    files,
    taggedBy: TaggedBy.parse(JSON.parse(row.tagged_by_json ?? '[]')),
    retractedAt: row.retracted_at ?? undefined,
    retractedBy: row.retracted_by ?? undefined,
    messageDeletedAt: row.message_deleted_at ?? undefined,
    settled: toSettled(row),
    about: row.about_event_id ?? undefined,
    line: toMessageRef(row.line_channel, row.line_key),
    redactedAt: row.redacted_at ?? undefined,
    mentions: Mentions.parse(JSON.parse(row.mentions_json ?? '[]')),
  };
}

function toSettled({ settled_as, settled_at, settled_by }: TimelineEventRow): TimelineEvent['settled'] {
  return settled_as === null || settled_at === null || settled_by === null
    ? undefined
    : { as: settled_as, at: settled_at, by: settled_by };
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
    message_text: event.messageText ?? null,
    made_from: event.madeFrom ?? null,
    message_hash: event.messageHash ?? null,
    message_edited_at: event.messageEditedAt ?? null,
    tagged_by_json: JSON.stringify(event.taggedBy),
    retracted_at: event.retractedAt ?? null,
    retracted_by: event.retractedBy ?? null,
    message_deleted_at: event.messageDeletedAt ?? null,
    settled_as: event.settled?.as ?? null,
    settled_at: event.settled?.at ?? null,
    settled_by: event.settled?.by ?? null,
    about_event_id: event.about ?? null,
    line_channel: event.line?.channel ?? null,
    line_key: event.line?.key ?? null,
    redacted_at: event.redactedAt ?? null,
    mentions_json: JSON.stringify(event.mentions),
  };
}
