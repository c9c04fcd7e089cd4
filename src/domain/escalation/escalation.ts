import type { CallId, EscalationId, IncidentId, MessageRef, PersonId, TimelineEventId } from '../ids.ts';
import type { Party } from '../people/person.ts';
import type { Instant } from '../time.ts';
import type { Step } from './escalation-policy.ts';
import type { Target } from './target.ts';

/** A call for more people: it goes on, step by step, until somebody answers or nobody is left to call. */
export interface Escalation {
  readonly id: EscalationId;
  readonly incidentId: IncidentId;
  readonly target: EscalationTarget;
  readonly plan: Plan;
  /** False: whoever is called may take their time, and nobody else is called in their place. */
  readonly isUrgent: boolean;
  readonly reason: string;
  readonly requestedBy: PersonId;
  readonly requestedAt: Instant;
  readonly state: EscalationState;
  readonly position: Position;
  /** The first answer; it stays when whoever gave it passes the call on later. */
  readonly acknowledgedBy: PersonId | undefined;
  readonly acknowledgedAt: Instant | undefined;
  /** Who is on it now. */
  readonly heldBy: PersonId | undefined;
  /** When they last said so. */
  readonly heldSince: Instant | undefined;
  /** How often it went on after somebody had answered. */
  readonly resumed: number;
  /** When the incident no longer needed an answer. */
  readonly endedAt: Instant | undefined;
  /** Oldest first. */
  readonly calls: readonly Call[];
  /** Where the channel sees it, once it was posted. */
  readonly message: MessageRef | undefined;
  /** What the timeline says of it; whatever came of it is told there as being about that event. */
  readonly eventId: TimelineEventId | undefined;
}

/** Whom somebody asked for: a person, a group, or whom a policy names. */
export type EscalationTarget = Party | { readonly kind: 'policy'; readonly name: string };

/** What was agreed when the call began; a policy that is edited later does not change it. */
export interface Plan {
  readonly steps: readonly Step[];
  readonly rounds: number;
  readonly contacts: readonly string[];
}

/** Both count from 1. */
export interface Position {
  readonly round: number;
  readonly step: number;
}

/**
 * `calling` goes on by itself; `answered` has somebody on it; `unanswered` has nobody left to call, and may still be
 * answered; `ended` needs no answer any more.
 */
export type EscalationState = 'calling' | 'answered' | 'unanswered' | 'ended';

/** One person, group, channel or system that was called, once. */
export interface Call extends Position {
  readonly id: CallId;
  readonly escalationId: EscalationId;
  readonly target: Target;
  /** Missing for what is no person; each member of a group has a call of their own beside the group's. */
  readonly personId: PersonId | undefined;
  /** When it was asked for. */
  readonly calledAt: Instant;
  /** When it got through. */
  readonly deliveredAt: Instant | undefined;
  readonly state: CallState;
  /** The escalation's `resumed` when it was made. */
  readonly resumed: number;
  /** Whether they have asked the chat system not to be disturbed, so that they may not notice. */
  readonly isQuiet: boolean;
  /** Why it failed, in a word such as `user_disabled`, or what a system outside answered. */
  readonly note: string | undefined;
  readonly respondedAt: Instant | undefined;
  /** The message that calls them. */
  readonly message: MessageRef | undefined;
}

/** `dropped`: it was not needed any more before it was delivered. */
export type CallState = 'pending' | 'delivered' | 'failed' | 'answered' | 'passed-on' | 'dropped';

/** Since when whoever it calls can know of it. */
export function knownSince({ calledAt, deliveredAt }: Pick<Call, 'calledAt' | 'deliveredAt'>): Instant {
  return deliveredAt ?? calledAt;
}

export function isGroupCall(call: Pick<Call, 'target' | 'personId'>): boolean {
  return call.target.kind === 'group' && call.personId === undefined;
}

/** Everybody whom it called so far. */
export function calledPeople({ calls }: Pick<Escalation, 'calls'>): ReadonlySet<PersonId> {
  return new Set(calls.flatMap(({ personId }) => personId ?? []));
}

/** Whether an answer would still help. */
export function awaitsAnswer({ state }: Pick<Escalation, 'state'>): boolean {
  return state === 'calling' || state === 'unanswered';
}
