import type {
  ActionItemId,
  ChannelId,
  CoverId,
  FileId,
  GroupId,
  IncidentId,
  MessageKey,
  PersonId,
  StatusUpdateId,
  TeamId,
  TimelineEventId,
  WorkId,
} from '../domain/ids.ts';
import type { Gap } from '../domain/postmortem/gaps/find-gaps.ts';
import type { Instant } from '../domain/time.ts';
import type { ActionItemWork } from './action-items/action-item-work.ts';
import type { PrivateAnswer, PrivatePlace, TypedCommand } from './conversation.ts';
import type { ToldMessage } from './directory.ts';
import type { EscalationWork } from './escalation/escalation-work.ts';
import type { ReviewWork } from './postmortem/review/review-work.ts';
import type { TrackerWork } from './trackers/tracker-work.ts';

/** What follows from a commit: a message now, a reminder later. It is stored with the change that asks for it. */
export type Work =
  | {
      readonly kind: 'open-channel';
      readonly incidentId: IncidentId;
      /** Missing where no person declared it. */
      readonly answerTo: AnswerTo | undefined;
    }
  | { readonly kind: 'tell-declarer'; readonly incidentId: IncidentId; readonly answerTo: AnswerTo }
  | { readonly kind: 'post-card'; readonly incidentId: IncidentId }
  | { readonly kind: 'pin-card'; readonly incidentId: IncidentId }
  | { readonly kind: 'refresh-card'; readonly incidentId: IncidentId }
  | { readonly kind: 'refresh-announcement'; readonly incidentId: IncidentId }
  | { readonly kind: 'set-topic'; readonly incidentId: IncidentId }
  | { readonly kind: 'announce'; readonly incidentId: IncidentId }
  | { readonly kind: 'invite'; readonly incidentId: IncidentId; readonly personId: PersonId }
  /** Somebody came into the channel then. */
  | {
      readonly kind: 'record-join';
      readonly incidentId: IncidentId;
      readonly personId: PersonId;
      readonly at: Instant;
    }
  | { readonly kind: 'post-event-line'; readonly eventId: TimelineEventId }
  | {
      readonly kind: 'sync-message';
      readonly incidentId: IncidentId;
      readonly channel: ChannelId;
      readonly message: MessageKey;
      readonly askedBy: PersonId;
      /** When it happened, where somebody says that it was not when it was written. */
      readonly at: Instant | undefined;
      /** The event says only the beginning of the message until it is read. */
      readonly isCut: boolean;
      /** What it said last, where its deletion told us. */
      readonly lastTold: ToldMessage | undefined;
      /** Who edited or deleted it, as far as we were told. */
      readonly changedBy?: PersonId | undefined;
    }
  | {
      readonly kind: 'tell-unfollowed';
      readonly eventId: TimelineEventId;
      readonly personId: PersonId;
      readonly isCut: boolean;
    }
  | { readonly kind: 'catch-up'; readonly incidentId: IncidentId }
  | {
      readonly kind: 'catch-up-page';
      readonly incidentId: IncidentId;
      /** The thread that is read; the channel where it is missing. */
      readonly thread: MessageKey | undefined;
      readonly cursor: string | undefined;
      /** The threads still to be read. */
      readonly threads: readonly MessageKey[];
      /** The last message of the page before. */
      readonly edge: MessageKey | undefined;
      /** The messages on the timeline that were not met yet. */
      readonly unmet: readonly MessageKey[];
    }
  | {
      readonly kind: 'name-transcript';
      readonly incidentId: IncidentId;
      readonly channel: ChannelId;
      readonly message: MessageKey;
    }
  | {
      readonly kind: 'keep-file';
      readonly eventId: TimelineEventId;
      readonly fileId: FileId;
      /** Where the chat system serves it. */
      readonly address: string;
    }
  | { readonly kind: 'confirm-tag'; readonly channel: ChannelId; readonly message: MessageKey }
  | { readonly kind: 'unconfirm-tag'; readonly channel: ChannelId; readonly message: MessageKey }
  | { readonly kind: 'post-update'; readonly statusUpdateId: StatusUpdateId; readonly eventId: TimelineEventId }
  | { readonly kind: 'announce-update'; readonly statusUpdateId: StatusUpdateId }
  /** When the one after it is due. */
  | { readonly kind: 'nudge-update'; readonly statusUpdateId: StatusUpdateId }
  /** Lists for one person what was said while the timeline was silent. */
  | {
      readonly kind: 'show-gap';
      readonly incidentId: IncidentId;
      readonly place: PrivatePlace;
      readonly gap: Gap;
      /** 0 is the first. */
      readonly page: number;
    }
  | EscalationWork
  | {
      readonly kind: 'tell-of-cover';
      readonly coverId: CoverId;
      readonly personId: PersonId;
      /** Whether it was taken back, not set. */
      readonly isTakenBack: boolean;
    }
  /** Somebody could not be told of it. */
  | {
      readonly kind: 'report-untold-cover';
      readonly coverId: CoverId;
      readonly personId: PersonId;
      readonly reason: string;
    }
  | ActionItemWork
  | TrackerWork
  | { readonly kind: 'post-draft'; readonly incidentId: IncidentId }
  | { readonly kind: 'post-postmortem-files'; readonly incidentId: IncidentId }
  /** Shown in its channel as it is now. */
  | { readonly kind: 'keep-postmortem'; readonly incidentId: IncidentId }
  | { readonly kind: 'keep-in-folder'; readonly incidentId: IncidentId }
  | ReviewWork
  | {
      readonly kind: 'publish-home';
      readonly teamId: TeamId;
      readonly personId: PersonId;
      /** When what stands there did; missing where they opened it. */
      readonly changedAt?: Instant | undefined;
    }
  | {
      readonly kind: 'report-failure';
      readonly incidentId: IncidentId;
      /** Who is told. */
      readonly askedBy: PersonId;
      readonly what: WorkKind;
      readonly reason: string;
      /** Of several items in one incident, people must hear which. */
      readonly item?: ActionItemId | undefined;
    }
  | { readonly kind: 'know-everybody'; readonly teamId: TeamId; readonly cursor: string | undefined }
  | { readonly kind: 'know-groups'; readonly teamId: TeamId }
  | { readonly kind: 'know-group-members'; readonly teamId: TeamId; readonly groupId: GroupId }
  | { readonly kind: 'forget-old' }
  | { readonly kind: 'run-command'; readonly command: TypedCommand }
  | { readonly kind: 'return-command'; readonly command: TypedCommand; readonly reason: string }
  | { readonly kind: 'answer'; readonly answer: PrivateAnswer };

export type WorkKind = Work['kind'];

/** What wakes somebody, or leads to that, or tells somebody directly that nobody could be woken. */
const URGENT: ReadonlySet<WorkKind> = new Set<WorkKind>([
  'make-call',
  'watch-escalation',
  'ask-still-on-it',
  'watch-answer',
  'tell-unanswered',
]);

/** Claimed before all other work, together with what stands before it in its lane. */
export function isUrgent({ kind }: Work): boolean {
  return URGENT.has(kind);
}

/** How to reach whoever asked: the address that came with the request where there is one, else a direct message. */
export interface AnswerTo {
  readonly personId: PersonId;
  /** Good for five answers within 30 minutes: https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
  readonly responseUrl: string | undefined;
}

export interface WorkRequest {
  readonly work: Work;
  /** Pieces of one lane run in order, one at a time; lanes run side by side. */
  readonly lane: string;
  readonly runAt: Instant;
  /** A second request with the key of an earlier one, finished or not, is dropped. */
  readonly dedupeKey: string | undefined;
}

export interface ClaimedWork {
  readonly id: WorkId;
  readonly work: Work;
  readonly lane: string;
  readonly runAt: Instant;
  /** How often it was begun before. Above 0, an effect may already be there: look before repeating it. */
  readonly attempts: number;
}
