import type { FileId, IncidentId, TimelineEventId } from '../domain/ids.ts';
import type { KeptImage } from '../domain/timeline/event-file.ts';

/** What the files of events hold; which files there are stands with the events. */
export interface FileStore {
  /** These two do nothing where the event has no such file any more. */
  keep(event: TimelineEventId, file: FileId, base64: string): Promise<void>;
  lack(event: TimelineEventId, file: FileId, reason: string): Promise<void>;
  /** Every image of the incident that is kept. */
  listImages(incident: IncidentId): Promise<ReadonlyMap<FileId, KeptImage>>;
}
