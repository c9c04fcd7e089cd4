import type { WorkId } from '../domain/ids.ts';
import type { Policy } from '../domain/policy.ts';
import type { Result } from '../domain/result.ts';
import type { Instant, TimeZone } from '../domain/time.ts';
import type { WorkingCalendar } from '../domain/working-calendar.ts';
import type {
  ActionItemMessageStore,
  ActionItemReportStore,
  ActionItemStore,
  GroupMemberStore,
  ReminderStore,
} from './action-item-stores.ts';
import type { ActionItemMessenger } from './action-items/action-item-messenger.ts';
import type { Directory } from './directory.ts';
import type { Caller } from './escalation/caller.ts';
import type { ItemListStore } from './item-list-store.ts';
import type { Messenger, PostmortemFiles } from './messenger.ts';
import type { ReviewMessenger } from './postmortem/review/review-messenger.ts';
import type { PostmortemBoard } from './postmortem-board.ts';
import type { PostmortemFolder } from './postmortem-folder.ts';
import type { CopyStore, NarrativeStore, ReviewStore, UnsavedStore, WaiverStore } from './postmortem-stores.ts';
import type {
  AlertStore,
  AuditStore,
  DeliveryStore,
  EscalationStore,
  FileStore,
  GroupStore,
  HomeStore,
  IncidentStore,
  MemberStore,
  MilestoneStore,
  PeopleStore,
  RoleStore,
  RotaStore,
  TagStore,
  TimelineStore,
  TranscriptStore,
  UpdateStore,
} from './stores.ts';
import type { System } from './system.ts';
import type { TicketStore, Tracker } from './tracker-port.ts';
import type { Webhooks } from './webhooks.ts';
import type { ClaimedWork, Work, WorkKind, WorkRequest } from './work.ts';

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
  readonly rotas: RotaStore;
  readonly actionItems: ActionItemStore;
  readonly reminders: ReminderStore;
  readonly itemLists: ItemListStore;
  readonly itemMessages: ActionItemMessageStore;
  readonly itemReports: ActionItemReportStore;
  readonly groupMembers: GroupMemberStore;
  readonly tickets: TicketStore;
  readonly narrative: NarrativeStore;
  readonly unsaved: UnsavedStore;
  readonly waivers: WaiverStore;
  readonly reviews: ReviewStore;
  readonly copies: CopyStore;
  readonly people: PeopleStore;
  readonly groups: GroupStore;
  readonly members: MemberStore;
  readonly transcript: TranscriptStore;
  readonly alerts: AlertStore;
  readonly homes: HomeStore;
  readonly deliveries: DeliveryStore;
  readonly audit: AuditStore;
  readonly work: WorkRequests;
}

export interface WorkRequests {
  add(request: WorkRequest): Promise<void>;
  /** Whether such work waits in that lane and nobody has begun it, so that what happened until now is ahead of it. */
  isWaiting(lane: string, kind: WorkKind): Promise<boolean>;
  /** The same of the very same work, in a lane that holds that of several incidents. */
  isAskedAgain(lane: string, work: Work): Promise<boolean>;
}

/** The worker's side of the same table. */
export interface WorkQueue {
  /**
   * Leases due work until `until`: of each lane the first unfinished piece, and only where nobody holds that lane.
   * Counts the attempt. Lanes in which urgent work is due come first, and so does what stands before that work there;
   * else oldest `runAt` first.
   */
  claim(request: {
    readonly by: string;
    readonly now: Instant;
    readonly until: Instant;
    readonly limit: number;
    /** At most so many from lanes in which nothing urgent is due. */
    readonly ordinaryLimit: number;
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
 * Why a call to the chat system or to a webhook did not go through: `again-later` mends by itself, `never` does not.
 * `reason` is a word for the log and for people, `channel_not_found`.
 */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
  readonly sort: 'again-later' | 'never';
  readonly reason: string;
  /** What we were asked to wait. */
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
  readonly reviewMessenger: ReviewMessenger;
  readonly actionItemMessenger: ActionItemMessenger;
  /** Which days somebody works who lives in that time zone. */
  readonly calendarOf: (zone: TimeZone) => WorkingCalendar;
  readonly caller: Caller;
  readonly webhooks: Webhooks;
  /** Missing where the policy names none. */
  readonly tracker: Tracker | undefined;
  readonly postmortemFiles: PostmortemFiles;
  readonly board: PostmortemBoard;
  /** Missing where the policy names none. */
  readonly folder: PostmortemFolder | undefined;
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
