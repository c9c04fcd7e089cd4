import type { ActionItem } from '../domain/action-items/action-item.ts';
import type { ActionItemFigures } from '../domain/action-items/figures.ts';
import type { KeptCover } from '../domain/escalation/cover.ts';
import type { Escalation } from '../domain/escalation/escalation.ts';
import type { ChannelId, MessageRef, PersonId, WorkId } from '../domain/ids.ts';
import type { Incident } from '../domain/incident/incident.ts';
import type { Finding } from '../domain/postmortem/check/finding.ts';
import type { TranscriptDay } from '../domain/postmortem/draft/draft-transcript.ts';
import type { Postmortem } from '../domain/postmortem/postmortem.ts';
import type { ReviewState } from '../domain/postmortem/review/review.ts';
import type { ReviewEntry } from '../domain/postmortem/review/review-entry.ts';
import type { HeldRole } from '../domain/roles/role.ts';
import type { CalendarDate, Instant } from '../domain/time.ts';
import type { Milestones } from '../domain/timeline/milestone.ts';
import type { TimelineEvent } from '../domain/timeline/timeline-event.ts';
import type { StatusUpdate } from '../domain/updates/status-update.ts';
import type { ShownItems } from './action-items/list-items.ts';
import type { PrivateAnswer, PrivatePlace, TypedCommand } from './conversation.ts';
import type { ShownGap } from './gaps/shown-gap.ts';
import type { AnswerTo, WorkKind } from './work.ts';

/**
 * Tells the chat system what it must know. Every fault is a `DeliveryError`; what is already so counts as done.
 * Whatever makes something new takes the `Attempt`, and looks for the effect of an earlier one before repeating it.
 */
export interface Messenger {
  /** Where a browser finds a message. Known without asking. */
  linkTo(message: MessageRef): string;
  /** Takes the next free name where another channel has it: `inc-42-booking-is-down-2`. */
  openChannel(incident: Incident, name: string, attempt: Attempt): Promise<ChannelId>;
  invite(channel: ChannelId, person: PersonId): Promise<void>;
  setTopic(channel: ChannelId, incident: Incident): Promise<void>;
  postCard(channel: ChannelId, state: IncidentState, attempt: Attempt): Promise<MessageRef>;
  pinCard(card: MessageRef): Promise<void>;
  /** False where somebody deleted it; so with the announcement. */
  refreshCard(card: MessageRef, state: IncidentState): Promise<boolean>;
  /** `channel` by its name or by its id. */
  announce(channel: string, state: IncidentState, attempt: Attempt): Promise<MessageRef>;
  refreshAnnouncement(announcement: MessageRef, state: IncidentState): Promise<boolean>;
  tellDeclarer(answerTo: AnswerTo, incident: Incident, attempt: Attempt): Promise<void>;
  /** One quiet line, so that everyone sees the record grow. Names whoever said it without notifying them. */
  postEventLine(channel: ChannelId, line: EventLine, attempt: Attempt): Promise<MessageRef>;
  /** False where somebody deleted it. */
  refreshEventLine(message: MessageRef, line: EventLine): Promise<boolean>;
  /** A reaction that says: this message is on the timeline. */
  confirmTag(message: MessageRef): Promise<void>;
  /** Takes that reaction back. */
  unconfirmTag(message: MessageRef): Promise<void>;
  postUpdate(channel: ChannelId, told: ToldUpdate, attempt: Attempt): Promise<MessageRef>;
  /** In the announcement's thread. */
  announceUpdate(announcement: MessageRef, told: ToldUpdate, attempt: Attempt): Promise<void>;
  /** Says that the update after this one is due. */
  nudgeUpdate(person: PersonId, told: ToldUpdate, attempt: Attempt): Promise<void>;
  /** Tells somebody that they cover in a rota or are covered, or that it was taken back. */
  tellOfCover(person: PersonId, kept: KeptCover, attempt: Attempt): Promise<void>;
  /** Tells whoever set it, or took it back, that somebody could not be told. */
  reportUntoldCover(person: PersonId, untold: UntoldCover, attempt: Attempt): Promise<void>;
  postDraft(channel: ChannelId, draft: PostedDraft, attempt: Attempt): Promise<void>;
  postFiles(channel: ChannelId, files: readonly DocumentFile[], attempt: Attempt): Promise<void>;
  /** Draws somebody's home page. */
  publishHome(person: PersonId, home: Home): Promise<void>;
  /** Tells somebody by direct message that something they asked for did not go through, and why. */
  reportFailure(person: PersonId, failure: Failure, attempt: Attempt): Promise<void>;
  /** Tells somebody that an event will not follow its message, which stands where we may not read. */
  tellUnfollowed(person: PersonId, unfollowed: Unfollowed, attempt: Attempt): Promise<void>;
  /** Lists what was said while the timeline was silent, for one person. */
  showGap(place: PrivatePlace, shown: ShownGap, attempt: Attempt): Promise<void>;
  answer(answer: PrivateAnswer, attempt: Attempt): Promise<void>;
  /** Gives a command that cannot be run back to whoever typed it: nobody else has its words. */
  returnCommand(command: TypedCommand, reason: string): Promise<void>;
}

/** What somebody's home page shows. */
export interface Home {
  readonly open: readonly Incident[];
  /** The first of those that are theirs. */
  readonly items: ShownItems;
  /** Of the workspace; missing for whoever does not administer it. */
  readonly figures: ActionItemFigures | undefined;
}

export interface Attempt {
  /** The same for every attempt at one piece of work. */
  readonly key: WorkId;
  /** Whether an earlier attempt was begun, so that its effect may be there. */
  readonly isRepeat: boolean;
  /** No attempt was made before this instant. */
  readonly since: Instant;
}

export interface PostedDraft {
  readonly incident: Incident;
  readonly postmortem: Postmortem;
  readonly findings: readonly Finding[];
  readonly files: readonly DocumentFile[];
}

export interface DocumentFile {
  /** `inc-42-booking-is-down.md` */
  readonly name: string;
  readonly content: string;
}

/** What the card and the announcement tell. */
export interface IncidentState {
  readonly incident: Incident;
  readonly milestones: Milestones;
  readonly openMitigations: readonly TimelineEvent[];
  /** Oldest first. */
  readonly escalations: readonly Escalation[];
  readonly roles: readonly HeldRole[];
  readonly actionItems: readonly ActionItem[];
  readonly lastUpdate: StatusUpdate | undefined;
  readonly postmortem: PostmortemProgress;
}

export interface PostmortemProgress {
  readonly state: ReviewState;
  readonly published: ReviewEntry | undefined;
  /** By when it is to be published; missing where there is no deadline. */
  readonly dueOn: CalendarDate | undefined;
}

export interface ToldUpdate {
  readonly incident: Incident;
  readonly update: StatusUpdate;
}

export interface EventLine {
  readonly event: TimelineEvent;
  readonly saidBy: string | undefined;
  /** Whether it said something else before. */
  readonly isCorrected: boolean;
}

export interface Failure {
  readonly incident: Incident;
  readonly what: WorkKind;
  /** A word for why, the chat system's or ours: `channel_not_found`. */
  readonly reason: string;
  /** Where it is about one. */
  readonly item: ActionItem | undefined;
}

export interface UntoldCover {
  readonly kept: KeptCover;
  /** Who does not know of it. */
  readonly person: PersonId;
  readonly reason: string;
}

export interface Unfollowed {
  readonly incident: Incident;
  /** Where the message stands. */
  readonly channel: ChannelId;
  readonly permalink: string | undefined;
  /** Whether only the beginning of the message is on the timeline. */
  readonly isCut: boolean;
}

/** Writes a postmortem down in the forms that people take away. */
export interface PostmortemFiles {
  write(
    postmortem: Postmortem,
    findings: readonly Finding[],
    transcript: readonly TranscriptDay[],
  ): readonly DocumentFile[];
}
