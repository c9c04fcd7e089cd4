import type { Kysely } from 'kysely';
import type { IncidentId, TimelineEventId } from '../domain/ids.ts';
import type { EventFile } from '../domain/timeline/event-file.ts';
import type { TimelineEvent } from '../domain/timeline/timeline-event.ts';
import type { Schema } from './schema.ts';

/** The largest that both engines' integers hold. */
const LARGEST = 2_147_483_647;

type FilesOf = ReadonlyMap<TimelineEventId, readonly EventFile[]>;

/** The files of one event, or of all of an incident, without their contents. */
export async function filesOf(
  db: Kysely<Schema>,
  of: { readonly event: TimelineEventId } | { readonly incident: IncidentId },
): Promise<FilesOf> {
  const all = db
    .selectFrom('event_file')
    .select(['event_id', 'file_id', 'name', 'media_type', 'size', 'permalink', 'content_lack'])
    .orderBy('place');
  const events = db.selectFrom('timeline_event').select('id');
  const rows = await ('event' in of
    ? all.where('event_id', '=', of.event)
    : all.where('event_id', 'in', events.where('incident_id', '=', of.incident))
  ).execute();
  const files = new Map<TimelineEventId, EventFile[]>();
  for (const { event_id, file_id, name, media_type, size, permalink, content_lack } of rows) {
    const lack = content_lack ?? undefined;
    const file = { id: file_id, name, mediaType: media_type, size, permalink: permalink ?? undefined, lack };
    files.set(event_id, [...(files.get(event_id) ?? []), file]);
  }
  return files;
}

/** Writes down those that are new and forgets those that are gone, with their contents. */
export async function saveFiles(db: Kysely<Schema>, { id: event, files }: TimelineEvent): Promise<void> {
  const before = (await filesOf(db, { event })).get(event) ?? [];
  const gone = before.filter(({ id }) => files.every((file) => file.id !== id)).map(({ id }) => id);
  if (gone.length > 0) {
    await db.deleteFrom('event_file').where('event_id', '=', event).where('file_id', 'in', gone).execute();
  }
  for (const [place, file] of files.entries()) {
    if (before.every(({ id }) => id !== file.id)) {
      await db
        .insertInto('event_file')
        .values(toRow(event, file, place))
        .execute();
    }
  }
}

function toRow(event: TimelineEventId, file: EventFile, place: number) {
  const { id, name, mediaType, size, permalink, lack } = file;
  return {
    event_id: event,
    file_id: id,
    place,
    name,
    media_type: mediaType,
    size: Math.min(size, LARGEST),
    permalink: permalink ?? null,
    content_base64: null,
    content_lack: lack ?? null,
  };
}
