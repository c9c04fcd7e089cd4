import type { ActionItem } from '../domain/action-items/action-item.ts';
import type { Escalation } from '../domain/escalation/escalation.ts';
import type {
  ActionItemId,
  ChannelId,
  EscalationId,
  IncidentId,
  MessageRef,
  PersonId,
  TeamId,
  TimelineEventId,
  WorkId,
} from '../domain/ids.ts';
import type { Incident } from '../domain/incident/incident.ts';
import type { Person } from '../domain/people/person.ts';
import type { Policy } from '../domain/policy.ts';
import type { NarrativeEntry } from '../domain/postmortem/narrative.ts';
import type { Result } from '../domain/result.ts';
import type { Instant } from '../domain/time.ts';
import type { MilestoneEntry } from '../domain/timeline/milestone.ts';
import type { Tag } from '../domain/timeline/tagging.ts';
import type { Revision, TimelineEvent } from '../domain/timeline/timeline-event.ts';
import type { Directory } from './directory.ts';
import type { FileStore } from './file-store.ts';
import type { Messenger, PostmortemFiles } from './messenger.ts';
import type { RoleStore } from './role-store.ts';
import type { System } from './system.ts';
import type { UpdateStore } from './update-store.ts';
import type { ClaimedWork, WorkRequest } from './work.ts';

/** Keeps everything. One implementation serves both engines; its contract is `test/contracts`. */
export interface Database {
  /**
   * Runs `change` in one transaction and commits what it accepts; a refusal or a fault leaves no trace. Runs it
   * again when another writer was first, so it must have no effect of its own and never wait for the network.
   * Resolves after the commit is on disk.
   */
  transaction<Value, Refusal>(
    change: (records: Records) => Promise<Result<Value, Refusal>>,
  ): Promise<Result<Value, Refusal>>;

  /** What is committed, outside of any transaction. */
  readonly records: Records;

  /** Deletes finished work and the keys of deliveries that are older than that; nothing of an incident. */
  forgetBefore(at: Instant): Promise<void>;
}

export interface Records {
  readonly incidents: IncidentStore;
  readonly timeline: TimelineStore;
  readonly files: FileStore;
  readonly tags: TagStore;
  readonly milestones: MilestoneStore;
  readonly roles: RoleStore;
  readonly updates: UpdateStore;
  readonly escalations: EscalationStore;
  readonly actionItems: ActionItemStore;
  readonly narrative: NarrativeStore;
  readonly people: PeopleStore;
  readonly members: MemberStore;
  readonly deliveries: DeliveryStore;
  readonly audit: AuditStore;
  readonly work: WorkRequests;
}

export interface IncidentStore {
  find(id: IncidentId): Promise<Incident | undefined>;
  findByChannel(team: TeamId, channel: ChannelId): Promise<Incident | undefined>;
  /** Those not closed, `most` at most, newest number first; private ones only where `viewer` is in their channel. */
  listOpen(team: TeamId, viewer: PersonId, most: number): Promise<readonly Incident[]>;
  /** Those not closed, private ones too: a figure for the operator, who sees no title. */
  countOpen(team: TeamId): Promise<number>;
  /** One above the highest so far in this workspace; 1 at first. */
  nextNumber(team: TeamId): Promise<number>;
  add(incident: Incident): Promise<void>;
  /** Writes every field and counts the version up; where the stored version is another, the transaction starts again. */
  save(incident: Incident): Promise<void>;
}

export interface TimelineStore {
  find(id: TimelineEventId): Promise<TimelineEvent | undefined>;
  /** In the order of what happened; equal instants keep the order of recording. */
  list(incident: IncidentId): Promise<readonly TimelineEvent[]>;
  /** False, and nothing written, where an event of this incident was already made from the same message. */
  add(event: TimelineEvent): Promise<boolean>;
  /** The event made from this message, retracted or not. */
  findByMessage(incident: IncidentId, message: MessageRef): Promise<TimelineEvent | undefined>;
  save(event: TimelineEvent): Promise<void>;
  addRevision(revision: Revision): Promise<void>;
  /** Puts this in place of what every revision of the event said. */
  redactRevisions(event: TimelineEventId, text: string): Promise<void>;
  /** The oldest first. */
  listRevisions(event: TimelineEventId): Promise<readonly Revision[]>;
}

/** When the turning points were, as people say it. */
export interface MilestoneStore {
  /** In the order in which they were said. */
  list(incident: IncidentId): Promise<readonly MilestoneEntry[]>;
  /** Adds an entry; earlier ones of the milestone are kept. */
  add(incident: IncidentId, entry: MilestoneEntry): Promise<void>;
}

/** Who put which message on the timeline. */
export interface TagStore {
  /** Keeps the last word of each person and reaction, whatever the order in which they arrive. */
  set(incident: IncidentId, tag: Tag): Promise<void>;
  /** In no order. */
  list(incident: IncidentId, message: MessageRef): Promise<readonly Tag[]>;
}

export interface EscalationStore {
  find(id: EscalationId): Promise<Escalation | undefined>;
  /** Oldest first. */
  list(incident: IncidentId): Promise<readonly Escalation[]>;
  add(escalation: Escalation): Promise<void>;
  save(escalation: Escalation): Promise<void>;
}

export interface ActionItemStore {
  find(id: ActionItemId): Promise<ActionItem | undefined>;
  /** Oldest first. */
  list(incident: IncidentId): Promise<readonly ActionItem[]>;
  add(item: ActionItem): Promise<void>;
  save(item: ActionItem): Promise<void>;
}

export interface NarrativeStore {
  /** The newest entry of each section that has one, in the order of the sections. */
  list(incident: IncidentId): Promise<readonly NarrativeEntry[]>;
  /** Adds an entry; earlier ones of the section are kept. */
  add(incident: IncidentId, entry: NarrativeEntry): Promise<void>;
}

/** People as last heard of, so that a command need not wait for the chat system to say who typed it. */
export interface PeopleStore {
  find(team: TeamId, ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, Person>>;
  /** A locale that was not told this time stays as it was. */
  save(person: Person): Promise<void>;
}

/** Who is in the channel of an incident. */
export interface MemberStore {
  /** Counts somebody in before the chat system says so. */
  add(incident: IncidentId, person: PersonId): Promise<void>;
  /** What the chat system says; it changes nothing where a later move of theirs is known already. */
  move(incident: IncidentId, person: PersonId, move: MemberMove): Promise<void>;
  has(incident: IncidentId, person: PersonId): Promise<boolean>;
}

export interface MemberMove {
  readonly kind: 'joined' | 'left';
  /** When, as the chat system tells it: text whose order is the order of moves, finer than milliseconds. */
  readonly movedAt: string;
}

/** What was delivered to us before, so that a repeat changes nothing. */
export interface DeliveryStore {
  /** False where this key was accepted before. `at` lets old keys be forgotten. */
  accept(key: string, at: Instant): Promise<boolean>;
}

export interface AuditStore {
  add(entry: AuditEntry): Promise<void>;
}

export interface AuditEntry {
  readonly teamId: TeamId;
  readonly incidentId: IncidentId | undefined;
  readonly personId: PersonId;
  readonly at: Instant;
  /** The use case, `log-event`. */
  readonly action: string;
  /** What it was done to and with, as JSON can hold it. */
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
}

export interface WorkRequests {
  add(request: WorkRequest): Promise<void>;
}

/** The worker's side of the same table. */
export interface WorkQueue {
  /**
   * Leases due work until `until`: of each lane the first unfinished piece, and only where nobody holds that lane.
   * Counts the attempt. Oldest `runAt` first.
   */
  claim(request: {
    readonly by: string;
    readonly now: Instant;
    readonly until: Instant;
    readonly limit: number;
  }): Promise<readonly ClaimedWork[]>;
  /** These three do nothing and answer false where `by` no longer holds the lease. */
  finish(id: WorkId, by: string, now: Instant): Promise<boolean>;
  retryAt(id: WorkId, by: string, at: Instant, error: string): Promise<boolean>;
  fail(id: WorkId, by: string, now: Instant, error: string): Promise<boolean>;
  /** Gives back what was claimed but not begun, without counting an attempt. */
  release(by: string): Promise<void>;
  /** When the next unfinished piece is due or its lease or pause ends; undefined where there is none. */
  nextAt(): Promise<Instant | undefined>;
  /** Unfinished pieces due by `now`, for metrics and tests. */
  countDue(now: Instant): Promise<number>;
}

/**
 * Why a call to the chat system did not go through: `again-later` mends by itself, `never` does not.
 * `reason` is a word for the log and for people, `channel_not_found`.
 */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
  readonly sort: 'again-later' | 'never';
  readonly reason: string;
  /** What the chat system asked us to wait. */
  readonly retryAfterMilliseconds: number | undefined;

  constructor(options: {
    sort: 'again-later' | 'never';
    reason: string;
    retryAfterMilliseconds?: number | undefined;
    cause?: unknown;
  }) {
    super(options.reason, { cause: options.cause });
    this.sort = options.sort;
    this.reason = options.reason;
    this.retryAfterMilliseconds = options.retryAfterMilliseconds;
  }
}

/** All that a use case may ask for; each takes the few it touches by `Pick`. */
export interface Ports extends System {
  readonly database: Database;
  readonly directory: Directory;
  readonly messenger: Messenger;
  readonly postmortemFiles: PostmortemFiles;
  readonly policy: Policy;
  /** Says that work was committed; the worker looks at once instead of at its next poll. */
  readonly wake: () => void;
}

/** Where the operator reads what happened; pino satisfies it. Never hand it a token or a person's words. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
