import type { ChannelId, IncidentId, MessageKey, PersonId, ReviewEntryId, TeamId } from '../domain/ids.ts';
import type { ReviewEntryKind } from '../domain/postmortem/review/review-entry.ts';
import type { Instant } from '../domain/time.ts';

export interface ReviewEntryRow {
  id: ReviewEntryId;
  team_id: TeamId;
  incident_id: IncidentId;
  kind: ReviewEntryKind;
  said_by: PersonId;
  said_at: Instant;
  reviewer: PersonId | null;
  words: string;
  version: string;
  announcement_channel: ChannelId | null;
  announcement_key: MessageKey | null;
}
