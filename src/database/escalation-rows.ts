import type { CallState, EscalationState } from '../domain/escalation/escalation.ts';
import type {
  CallId,
  ChannelId,
  EscalationId,
  IncidentId,
  MessageKey,
  PersonId,
  TeamId,
  TimelineEventId,
} from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';

export interface EscalationRow {
  id: EscalationId;
  team_id: TeamId;
  incident_id: IncidentId;
  target_kind: 'person' | 'group' | 'policy';
  /** Of a person or group the chat system's id, of a policy its name. */
  target_id: string;
  target_handle: string | null;
  plan_json: string;
  is_urgent: 0 | 1;
  reason: string;
  requested_by: PersonId;
  requested_at: Instant;
  state: EscalationState;
  round: number;
  step: number;
  acknowledged_by: PersonId | null;
  acknowledged_at: Instant | null;
  held_by: PersonId | null;
  held_since: Instant | null;
  resumed: number;
  ended_at: Instant | null;
  message_channel: ChannelId | null;
  message_key: MessageKey | null;
  event_id: TimelineEventId | null;
  /** From the request to the first answer, for figures that a database works out. */
  answered_after_seconds: number | null;
}

export interface EscalationCallRow {
  id: CallId;
  escalation_id: EscalationId;
  team_id: TeamId;
  round: number;
  step: number;
  target_json: string;
  person_id: PersonId | null;
  called_at: Instant;
  delivered_at: Instant | null;
  state: CallState;
  resumed: number;
  is_quiet: 0 | 1;
  note: string | null;
  responded_at: Instant | null;
  message_channel: ChannelId | null;
  message_key: MessageKey | null;
}
