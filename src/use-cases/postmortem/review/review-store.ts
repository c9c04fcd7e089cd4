import type { IncidentId, MessageRef, ReviewEntryId } from '../../../domain/ids.ts';
import type { ReviewEntry } from '../../../domain/postmortem/review/review-entry.ts';

/** What was said and done on the way of postmortems to their readers. Nothing of it is ever removed. */
export interface ReviewStore {
  find(id: ReviewEntryId): Promise<ReviewEntry | undefined>;
  /** Oldest first. */
  list(incident: IncidentId): Promise<readonly ReviewEntry[]>;
  add(entry: ReviewEntry): Promise<void>;
  keepAnnouncement(id: ReviewEntryId, announcement: MessageRef): Promise<void>;
}
