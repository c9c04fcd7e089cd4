import type { Kysely } from 'kysely';
import type { IncidentId, MessageRef, ReviewEntryId } from '../domain/ids.ts';
import type { ReviewEntry } from '../domain/postmortem/review/review-entry.ts';
import type { ReviewStore } from '../use-cases/postmortem-stores.ts';
import { toMessageRef } from './message-ref.ts';
import type { ReviewEntryRow } from './review-entry-row.ts';
import type { Schema } from './schema.ts';
import { teamOfIncident } from './team-of-incident.ts';

export class DatabaseReviewStore implements ReviewStore {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  async find(id: ReviewEntryId): Promise<ReviewEntry | undefined> {
    const row = await this.#db.selectFrom('review_entry').selectAll().where('id', '=', id).executeTakeFirst();
    return row && toReviewEntry(row);
  }

  async list(incident: IncidentId): Promise<readonly ReviewEntry[]> {
    const rows = await this.#db
      .selectFrom('review_entry')
      .selectAll()
      .where('incident_id', '=', incident)
      .orderBy('said_at')
      .orderBy('id')
      .execute();
    return rows.map(toReviewEntry);
  }

  async add(entry: ReviewEntry): Promise<void> {
    await this.#db
      .insertInto('review_entry')
      .values({
        id: entry.id,
        team_id: teamOfIncident(this.#db, entry.incidentId),
        incident_id: entry.incidentId,
        kind: entry.kind,
        said_by: entry.by,
        said_at: entry.at,
        reviewer: entry.reviewer ?? null,
        words: entry.words,
        version: entry.version,
        announcement_channel: entry.announcement?.channel ?? null,
        announcement_key: entry.announcement?.key ?? null,
      })
      .execute();
  }

  async keepAnnouncement(id: ReviewEntryId, { channel, key }: MessageRef): Promise<void> {
    await this.#db
      .updateTable('review_entry')
      .set({ announcement_channel: channel, announcement_key: key })
      .where('id', '=', id)
      .execute();
  }
}

function toReviewEntry(row: ReviewEntryRow): ReviewEntry {
  return {
    id: row.id,
    incidentId: row.incident_id,
    kind: row.kind,
    by: row.said_by,
    at: row.said_at,
    reviewer: row.reviewer ?? undefined,
    words: row.words,
    version: row.version,
    announcement: toMessageRef(row.announcement_channel, row.announcement_key),
  };
}
