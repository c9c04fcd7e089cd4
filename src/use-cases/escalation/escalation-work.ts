import type { Position } from '../../domain/escalation/escalation.ts';
import type { CallId, EscalationId, PersonId, TimelineEventId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';

/** What follows from a call for more people. */
export type EscalationWork =
  | {
      readonly kind: 'post-escalation';
      readonly escalationId: EscalationId;
      readonly eventId?: TimelineEventId | undefined;
    }
  | {
      readonly kind: 'refresh-escalation';
      readonly escalationId: EscalationId;
      readonly eventId?: TimelineEventId | undefined;
    }
  /** Tells the channel of another step, in the thread of the escalation. */
  | { readonly kind: 'post-step'; readonly escalationId: EscalationId; readonly eventId: TimelineEventId }
  | { readonly kind: 'make-call'; readonly escalationId: EscalationId; readonly callId: CallId }
  /** Whoever was called sees what became of the escalation. */
  | { readonly kind: 'update-call'; readonly escalationId: EscalationId; readonly callId: CallId }
  | { readonly kind: 'tell-ended'; readonly escalationId: EscalationId; readonly callId: CallId }
  /** When the time of a step is over. */
  | ({ readonly kind: 'watch-escalation'; readonly escalationId: EscalationId } & Position)
  /** `since`: what whoever is on it said last; a later word makes both stale. */
  | { readonly kind: 'ask-still-on-it'; readonly escalationId: EscalationId; readonly since: Instant }
  | { readonly kind: 'watch-answer'; readonly escalationId: EscalationId; readonly since: Instant }
  | {
      readonly kind: 'post-unreached';
      readonly escalationId: EscalationId;
      readonly callId: CallId;
      readonly reason: string;
    }
  | { readonly kind: 'post-unanswered'; readonly escalationId: EscalationId; readonly eventId: TimelineEventId }
  | {
      readonly kind: 'tell-unanswered';
      readonly escalationId: EscalationId;
      readonly personId: PersonId;
      readonly eventId: TimelineEventId;
    }
  /** Tells a system outside that was called what became of the escalation at that instant. */
  | {
      readonly kind: 'tell-webhook';
      readonly escalationId: EscalationId;
      readonly callId: CallId;
      readonly event: 'acknowledge' | 'resolve';
      /** Who is on it. */
      readonly by?: PersonId | undefined;
    };
