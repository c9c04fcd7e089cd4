import type {
  ChannelId,
  CoverId,
  GroupId,
  IncidentId,
  MessageKey,
  PersonId,
  StatusUpdateId,
  TeamId,
  WorkId,
} from '../domain/ids.ts';
import type { Status } from '../domain/incident/status.ts';
import type { PostmortemCopy } from '../domain/postmortem/copy.ts';
import type { NarrativeSection, TypedPart } from '../domain/postmortem/narrative.ts';
import type { Instant, TimeZone } from '../domain/time.ts';
import type {
  ActionItemChangeRow,
  ActionItemMessageRow,
  ActionItemRecipientRow,
  ActionItemRow,
  GroupMemberRow,
  ReminderDigestRow,
} from './action-item-rows.ts';
import type { EscalationCallRow, EscalationRow } from './escalation-rows.ts';
import type { OpenedHomeRow } from './opened-home-row.ts';
import type { ReviewEntryRow } from './review-entry-row.ts';
import type {
  EventFileRow,
  MessageTagRow,
  MilestoneEntryRow,
  TimelineEventRow,
  TimelineRevisionRow,
  TranscriptMessageRow,
} from './timeline-rows.ts';

/** The tables as `migrations/` makes them. */
export interface Schema {
  incident: IncidentRow;
  timeline_event: TimelineEventRow;
  message_tag: MessageTagRow;
  timeline_revision: TimelineRevisionRow;
  event_file: EventFileRow;
  milestone_entry: MilestoneEntryRow;
  incident_role: IncidentRoleRow;
  status_update: StatusUpdateRow;
  escalation: EscalationRow;
  escalation_call: EscalationCallRow;
  cover: CoverRow;
  action_item: ActionItemRow;
  action_item_change: ActionItemChangeRow;
  action_item_recipient: ActionItemRecipientRow;
  action_item_message: ActionItemMessageRow;
  reminder_digest: ReminderDigestRow;
  group_member: GroupMemberRow;
  opened_home: OpenedHomeRow;
  narrative_entry: NarrativeEntryRow;
  unsaved_narrative: UnsavedNarrativeRow;
  waiver: WaiverRow;
  review_entry: ReviewEntryRow;
  postmortem_place: PostmortemCopyRow;
  transcript_message: TranscriptMessageRow;
  person: PersonRow;
  user_group: UserGroupRow;
  incident_member: IncidentMemberRow;
  member_move: MemberMoveRow;
  alert_group: AlertGroupRow;
  delivery: DeliveryRow;
  audit_entry: AuditEntryRow;
  work: WorkRow;
}

export interface IncidentRow {
  id: IncidentId;
  team_id: TeamId;
  number: number;
  title: string;
  summary: string;
  severity: string;
  status: Status;
  is_private: 0 | 1;
  is_drill: 0 | 1 | null;
  declared_by: PersonId;
  declared_at: Instant;
  resolved_at: Instant | null;
  closed_at: Instant | null;
  channel: ChannelId | null;
  card_channel: ChannelId | null;
  card_key: MessageKey | null;
  announcement_channel: ChannelId | null;
  announcement_key: MessageKey | null;
  version: number;
}

export interface IncidentRoleRow {
  id: string;
  team_id: TeamId;
  incident_id: IncidentId;
  role: string;
  person_id: PersonId | null;
  assigned_by: PersonId;
  at: Instant;
}

export interface StatusUpdateRow {
  id: StatusUpdateId;
  team_id: TeamId;
  incident_id: IncidentId;
  text: string;
  sent_by: PersonId;
  at: Instant;
  next_due_at: Instant | null;
}

export interface CoverRow {
  id: CoverId;
  team_id: TeamId;
  rota: string;
  covered_by: PersonId;
  covers_for: PersonId | null;
  starts_at: Instant;
  ends_at: Instant;
  set_by: PersonId;
  set_at: Instant;
  taken_back_by: PersonId | null;
  taken_back_at: Instant | null;
}

export interface PostmortemCopyRow {
  incident_id: IncidentId;
  team_id: TeamId;
  kind: PostmortemCopy['kind'];
  reference: string;
  digest: string;
}

export interface NarrativeEntryRow {
  id: string;
  team_id: TeamId;
  incident_id: IncidentId;
  section: NarrativeSection;
  version: number;
  text: string;
  written_by: PersonId;
  written_at: Instant;
  restored_version: number | null;
  is_aside: 0 | 1;
}

export interface UnsavedNarrativeRow {
  incident_id: IncidentId;
  person_id: PersonId;
  section: TypedPart;
  team_id: TeamId;
  text: string | null;
  shown_version: number;
  shown_length: number | null;
  typed_at: Instant;
}

export interface WaiverRow {
  id: string;
  team_id: TeamId;
  incident_id: IncidentId;
  rule: string;
  place_key: string;
  reason: string;
  waived_by: PersonId;
  waived_at: Instant;
  taken_back_by: PersonId | null;
  taken_back_at: Instant | null;
}

export interface PersonRow {
  team_id: TeamId;
  id: PersonId;
  name: string;
  time_zone: TimeZone;
  locale: string | null;
  is_bot: 0 | 1;
  is_deactivated: 0 | 1;
  is_admin: 0 | 1 | null;
  away_until: Instant | null;
}

export interface UserGroupRow {
  team_id: TeamId;
  id: GroupId;
  handle: string;
}

export interface IncidentMemberRow {
  incident_id: IncidentId;
  person_id: PersonId;
  team_id: TeamId;
}

/** The last move into an incident's channel or out of it that we heard of. */
export interface MemberMoveRow {
  incident_id: IncidentId;
  person_id: PersonId;
  team_id: TeamId;
  moved_at: string;
}

export interface AlertGroupRow {
  team_id: TeamId;
  hook: string;
  dedup_key: string;
  incident_id: IncidentId | null;
  heard_json: string;
  last_heard_at: Instant;
}

export interface DeliveryRow {
  key: string;
  accepted_at: Instant;
}

export interface AuditEntryRow {
  id: string;
  team_id: TeamId;
  incident_id: IncidentId | null;
  person_id: PersonId;
  at: Instant;
  action: string;
  details_json: string;
}

export interface WorkRow {
  id: WorkId;
  lane: string;
  kind: string;
  payload_json: string;
  /** Work of one lane is done in the order of (run_at, id). */
  run_at: Instant;
  /** Null in what was finished before there was such a thing. */
  is_urgent: 0 | 1 | null;
  /** How often it was begun. */
  attempts: number;
  /** With `claimed_until`: a lease. Null while that is set: a pause, which holds the lane but belongs to nobody. */
  claimed_by: string | null;
  claimed_until: Instant | null;
  done_at: Instant | null;
  failed_at: Instant | null;
  last_error: string | null;
  dedupe_key: string | null;
}
