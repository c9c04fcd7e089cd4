import type { Call, Escalation } from '../../domain/escalation/escalation.ts';
import type { ChannelId, MessageRef, PersonId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Instant } from '../../domain/time.ts';
import type { TimelineEvent } from '../../domain/timeline/timeline-event.ts';
import type { Attempt } from '../messenger.ts';

/**
 * Calls people in the chat system, and shows there what becomes of it. Every fault is a `DeliveryError`; whatever makes
 * something new takes the `Attempt`, and looks for the effect of an earlier one before repeating it.
 */
export interface Caller {
  /** Where a browser finds a channel. Known without asking. */
  linkToChannel(channel: ChannelId): string;
  /** The escalation as the incident's channel sees it. */
  postEscalation(channel: ChannelId, told: ToldEscalation, attempt: Attempt): Promise<MessageRef>;
  refreshEscalation(message: MessageRef, told: ToldEscalation): Promise<void>;
  /** In the escalation's thread. */
  postStep(escalation: MessageRef, event: TimelineEvent, attempt: Attempt): Promise<void>;
  /** By direct message, with buttons to answer. */
  callPerson(person: PersonId, told: ToldCall, attempt: Attempt): Promise<MessageRef>;
  /** In a channel other than the incident's; refused for good where the bot may not post. */
  callChannel(channel: ChannelId, told: ToldCall, attempt: Attempt): Promise<MessageRef>;
  /** The message by which an earlier attempt called them; undefined where it did not get through. */
  findCall(call: Pick<Call, 'personId' | 'target'>, attempt: Attempt): Promise<MessageRef | undefined>;
  refreshCall(message: MessageRef, told: ToldCall): Promise<void>;
  /** Tells whoever was called that no answer is needed any more. */
  tellEnded(person: PersonId, told: ToldCall, attempt: Attempt): Promise<void>;
  /** Says in the incident's channel, to whoever asked for help, that a call did not get through. */
  postUnreached(channel: ChannelId, unreached: Unreached, attempt: Attempt): Promise<void>;
  /** Says that nobody answered, and what can be done now. */
  postUnanswered(channel: ChannelId, told: Unanswered, attempt: Attempt): Promise<MessageRef>;
  tellUnanswered(person: PersonId, told: Unanswered, attempt: Attempt): Promise<void>;
  askStillOnIt(person: PersonId, told: ToldEscalation, attempt: Attempt): Promise<void>;
}

export interface ToldEscalation {
  readonly incident: Incident;
  readonly escalation: Escalation;
}

export interface ToldCall extends ToldEscalation, CallStory {
  readonly call: Call;
}

/** What somebody is called to. */
export interface CallStory {
  readonly incident: Incident;
  /** Since when the incident is going on, as far as anybody knows. */
  readonly since: Instant;
  /** What happened last, at most three. */
  readonly lastEvents: readonly TimelineEvent[];
  readonly now: Instant;
}

export interface Unanswered extends ToldEscalation {
  /** How it came about, as the timeline tells it. */
  readonly event: TimelineEvent;
}

export interface Unreached extends ToldEscalation {
  readonly call: Call;
  /** A word for why: the chat system's, `user_disabled`, the outside system's, `http_503`, or ours, `group_has_nobody_to_call`. */
  readonly reason: string;
}
