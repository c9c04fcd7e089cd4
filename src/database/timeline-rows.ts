// What is kept of the timeline, and of what people said beside it.
import type { ChannelId, FileId, IncidentId, MessageKey, PersonId, TeamId, TimelineEventId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { SettableMilestone } from '../domain/timeline/milestone.ts';
import type { MitigationEnd } from '../domain/timeline/mitigation.ts';
import type { SpokenKind, TimelineKind } from '../domain/timeline/timeline-event.ts';

export interface TimelineEventRow {
  id: TimelineEventId;
  team_id: TeamId;
  incident_id: IncidentId;
  kind: TimelineKind;
  text: string;
  at: Instant;
  said_by: PersonId | null;
  recorded_by: PersonId;
  recorded_at: Instant;
  message_channel: ChannelId | null;
  message_key: MessageKey | null;
  permalink: string | null;
  message_text: string | null;
  message_hash: string | null;
  message_edited_at: Instant | null;
  retracted_at: Instant | null;
  retracted_by: PersonId | null;
  message_deleted_at: Instant | null;
  tagged_by_json: string | null;
  made_from: string | null;
  redacted_at: Instant | null;
  mentions_json: string | null;
  settled_as: MitigationEnd | null;
  settled_at: Instant | null;
  settled_by: PersonId | null;
  about_event_id: TimelineEventId | null;
  line_channel: ChannelId | null;
  line_key: MessageKey | null;
}

export interface MessageTagRow {
  team_id: TeamId;
  incident_id: IncidentId;
  message_channel: ChannelId;
  message_key: MessageKey;
  tagged_by: PersonId;
  reaction: string;
  kind: SpokenKind;
  is_set: 0 | 1;
  changed_at: string;
}

export interface TimelineRevisionRow {
  id: string;
  event_id: TimelineEventId;
  /** Null: of the event. */
  wording_of: 'message' | null;
  text: string;
  kind: TimelineKind;
  at: Instant;
  replaced_at: Instant;
  replaced_by: PersonId | null;
}

export interface EventFileRow {
  event_id: TimelineEventId;
  file_id: FileId;
  /** Its place among the files of its event. */
  place: number;
  name: string;
  media_type: string;
  size: number;
  permalink: string | null;
  content_base64: string | null;
  /** Why there is no content. */
  content_lack: string | null;
}

export interface MilestoneEntryRow {
  id: string;
  team_id: TeamId;
  incident_id: IncidentId;
  name: SettableMilestone;
  at: Instant | null;
  is_estimated: 0 | 1;
  event_id: TimelineEventId | null;
  set_by: PersonId;
  set_at: Instant;
}

export interface TranscriptMessageRow {
  team_id: TeamId;
  incident_id: IncidentId;
  message_channel: ChannelId;
  message_key: MessageKey;
  thread_key: MessageKey | null;
  said_by: PersonId | null;
  app_name: string | null;
  at: Instant;
  text: string;
  source: string;
  edited_at: Instant | null;
  deleted_at: Instant | null;
  version: string;
}
