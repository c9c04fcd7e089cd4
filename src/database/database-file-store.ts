import type { Kysely } from 'kysely';
import type { FileId, IncidentId, TimelineEventId } from '../domain/ids.ts';
import type { KeptImage } from '../domain/timeline/event-file.ts';
import type { FileStore } from '../use-cases/stores.ts';
import type { Schema } from './schema.ts';

export class DatabaseFileStore implements FileStore {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  async keep(event: TimelineEventId, file: FileId, base64: string): Promise<void> {
    await this.#set(event, file, { content_base64: base64, content_lack: null });
  }

  async lack(event: TimelineEventId, file: FileId, reason: string): Promise<void> {
    await this.#set(event, file, { content_base64: null, content_lack: reason });
  }

  async listImages(incident: IncidentId): Promise<ReadonlyMap<FileId, KeptImage>> {
    const events = this.#db.selectFrom('timeline_event').select('id').where('incident_id', '=', incident);
    const rows = await this.#db
      .selectFrom('event_file')
      .select(['file_id', 'media_type', 'content_base64'])
      .where('event_id', 'in', events)
      .where('content_base64', 'is not', null)
      .execute();
    return new Map(
      rows.map((row) => [row.file_id, { mediaType: row.media_type, base64: row.content_base64 ?? '' }] as const),
    );
  }

  async #set(
    event: TimelineEventId,
    file: FileId,
    content: { readonly content_base64: string | null; readonly content_lack: string | null },
  ): Promise<void> {
    await this.#db
      .updateTable('event_file')
      .set(content)
      .where('event_id', '=', event)
      .where('file_id', '=', file)
      .execute();
  }
}
