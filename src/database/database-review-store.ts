import type { Kysely } from 'kysely';
import type { IncidentId, MessageRef, ReviewEntryId, TeamId } from '../domain/ids.ts';
import type { ReviewEntry } from '../domain/postmortem/review/review-entry.ts';
import type { ReviewStore, Unpublished } from '../use-cases/postmortem-stores.ts';
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

  async listUnpublished(team: TeamId, severities: readonly string[]): Promise<readonly Unpublished[]> {
    if (severities.length === 0) {
      return [];
    }
    const rows = await this.#db
      .selectFrom('incident')
      .select(['status', 'severity', 'resolved_at', 'is_drill'])
      .where('team_id', '=', team)
      .where('status', 'in', ['resolved', 'closed'])
      .where('severity', 'in', severities)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('review_entry as published')
              .select('published.id')
              .whereRef('published.incident_id', '=', 'incident.id')
              .where('published.kind', '=', 'published')
              .whereRef('published.said_at', '>=', 'incident.closed_at')
              .where((where) =>
                where.not(
                  where.exists(
                    where
                      .selectFrom('review_entry as later')
                      .select('later.id')
                      .whereRef('later.incident_id', '=', 'published.incident_id')
                      .where('later.kind', '=', 'taken-back')
                      .whereRef('later.id', '>', 'published.id'),
                  ),
                ),
              ),
          ),
        ),
      )
      .execute();
    return rows.map(({ status, severity, resolved_at, is_drill }) => ({
      status,
      severity,
      resolvedAt: resolved_at ?? undefined,
      isDrill: is_drill === 1,
    }));
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
