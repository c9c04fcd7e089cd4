import type { Kysely } from 'kysely';
import type { IncidentId, MessageRef } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { TranscriptHead, TranscriptMessage } from '../domain/transcript/transcript-message.ts';
import type { TranscriptStore } from '../use-cases/stores.ts';
import type { Schema } from './schema.ts';
import { teamOfIncident } from './team-of-incident.ts';
import type { TranscriptMessageRow } from './timeline-rows.ts';

export class DatabaseTranscriptStore implements TranscriptStore {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  async keep(message: TranscriptMessage): Promise<void> {
    const row = toRow(message);
    await this.#db
      .insertInto('transcript_message')
      .values({ ...row, team_id: teamOfIncident(this.#db, message.incidentId) })
      .onConflict((conflict) =>
        conflict
          .columns(['incident_id', 'message_channel', 'message_key'])
          .doUpdateSet(row)
          .where('transcript_message.deleted_at', 'is', null)
          .where(({ eb, or, ref }) =>
            or([
              eb(ref('excluded.deleted_at'), 'is not', null),
              eb('transcript_message.version', '<', ref('excluded.version')),
            ]),
          ),
      )
      .execute();
  }

  async reword(
    incident: IncidentId,
    { message, source, text }: Pick<TranscriptMessage, 'message' | 'source' | 'text'>,
  ): Promise<void> {
    await this.#db
      .updateTable('transcript_message')
      .set({ text })
      .where('incident_id', '=', incident)
      .where('message_channel', '=', message.channel)
      .where('message_key', '=', message.key)
      .where('source', '=', source)
      .where('deleted_at', 'is', null)
      .execute();
  }

  async find(incident: IncidentId, message: MessageRef): Promise<TranscriptMessage | undefined> {
    const row = await this.#db
      .selectFrom('transcript_message')
      .selectAll()
      .where('incident_id', '=', incident)
      .where('message_channel', '=', message.channel)
      .where('message_key', '=', message.key)
      .executeTakeFirst();
    return row && toMessage(row);
  }

  async list(incident: IncidentId): Promise<readonly TranscriptMessage[]> {
    const rows = await this.#db
      .selectFrom('transcript_message')
      .selectAll()
      .where('incident_id', '=', incident)
      .orderBy('message_key')
      .execute();
    return rows.map(toMessage);
  }

  async listHeads(incident: IncidentId): Promise<readonly TranscriptHead[]> {
    const rows = await this.#db
      .selectFrom('transcript_message')
      .select(['message_key', 'thread_key', 'version', 'deleted_at'])
      .where('incident_id', '=', incident)
      .orderBy('message_key')
      .execute();
    return rows.map(({ message_key, thread_key, version, deleted_at }) => ({
      key: message_key,
      thread: thread_key ?? undefined,
      version,
      deletedAt: deleted_at ?? undefined,
    }));
  }

  async forgetClosedBefore(at: Instant): Promise<void> {
    await this.#db
      .deleteFrom('transcript_message')
      .where('incident_id', 'in', this.#db.selectFrom('incident').select('id').where('closed_at', '<', at))
      .execute();
  }
}

function toMessage(row: TranscriptMessageRow): TranscriptMessage {
  return {
    incidentId: row.incident_id,
    message: { channel: row.message_channel, key: row.message_key },
    thread: row.thread_key ?? undefined,
    saidBy: row.said_by ?? undefined,
    appName: row.app_name ?? undefined,
    at: row.at,
    text: row.text,
    source: row.source,
    editedAt: row.edited_at ?? undefined,
    deletedAt: row.deleted_at ?? undefined,
    version: row.version,
  };
}

function toRow(message: TranscriptMessage): Omit<TranscriptMessageRow, 'team_id'> {
  return {
    incident_id: message.incidentId,
    message_channel: message.message.channel,
    message_key: message.message.key,
    thread_key: message.thread ?? null,
    said_by: message.saidBy ?? null,
    app_name: message.appName ?? null,
    at: message.at,
    text: message.text,
    source: message.source,
    edited_at: message.editedAt ?? null,
    deleted_at: message.deletedAt ?? null,
    version: message.version,
  };
}
