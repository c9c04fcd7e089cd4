import type { HeardAlert } from '../domain/alerts/hear-alerts.ts';
import type { Cover, KeptCover } from '../domain/escalation/cover.ts';
import type { Escalation } from '../domain/escalation/escalation.ts';
import type { EscalationCount } from '../domain/escalation/escalation-count.ts';
import type {
  ChannelId,
  CoverId,
  EscalationId,
  FileId,
  IncidentId,
  MessageRef,
  PersonId,
  StatusUpdateId,
  TeamId,
  TimelineEventId,
} from '../domain/ids.ts';
import type { Incident } from '../domain/incident/incident.ts';
import type { Group, Person } from '../domain/people/person.ts';
import type { RoleAssignment } from '../domain/roles/role.ts';
import type { Instant } from '../domain/time.ts';
import type { KeptImage } from '../domain/timeline/event-file.ts';
import type { MilestoneEntry } from '../domain/timeline/milestone.ts';
import type { Tag } from '../domain/timeline/tagging.ts';
import type { Revision, TimelineEvent } from '../domain/timeline/timeline-event.ts';
import type { TranscriptHead, TranscriptMessage } from '../domain/transcript/transcript-message.ts';
import type { StatusUpdate } from '../domain/updates/status-update.ts';

export interface IncidentStore {
  find(id: IncidentId): Promise<Incident | undefined>;
  /** In every workspace, of which there is mostly one. */
  listByNumber(number: number): Promise<readonly Incident[]>;
  findByChannel(team: TeamId, channel: ChannelId): Promise<Incident | undefined>;
  /** The open ones, `most` at most, newest number first; private ones only where `viewer` is in their channel. */
  listOpen(team: TeamId, viewer: PersonId, most: number): Promise<readonly Incident[]>;
  /** The open ones but drills, private ones too: a figure for the operator, who sees no title. */
  countOpen(team: TeamId): Promise<number>;
  /** The open ones that have a channel, private ones too: for what is done without being asked. */
  listInChannels(team: TeamId): Promise<readonly Incident[]>;
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
  /** The last of its kind in that order. */
  findLast(incident: IncidentId, kind: TimelineEvent['kind']): Promise<TimelineEvent | undefined>;
  /** False, and nothing written, where an event of this incident was already made from the same message. */
  add(event: TimelineEvent): Promise<boolean>;
  /** The event made from this message, retracted or not. */
  findByMessage(incident: IncidentId, message: MessageRef): Promise<TimelineEvent | undefined>;
  /** The events of all incidents that were made from this message. */
  listByMessage(team: TeamId, message: MessageRef): Promise<readonly TimelineEvent[]>;
  save(event: TimelineEvent): Promise<void>;
  addRevision(revision: Revision): Promise<void>;
  /** Puts this in place of what every revision of the event said. */
  redactRevisions(event: TimelineEventId, text: string): Promise<void>;
  /** The oldest first. */
  listRevisions(event: TimelineEventId): Promise<readonly Revision[]>;
}

/** Who put which message on the timeline. */
export interface TagStore {
  /** Keeps the last word of each person and reaction, whatever the order in which they arrive. */
  set(incident: IncidentId, tag: Tag): Promise<void>;
  /** In no order. */
  list(incident: IncidentId, message: MessageRef): Promise<readonly Tag[]>;
  /** Those of every message, in no order. */
  listAll(incident: IncidentId): Promise<readonly Tag[]>;
}

/** When the milestones were, as people say it. */
export interface MilestoneStore {
  /** In the order in which they were said. */
  list(incident: IncidentId): Promise<readonly MilestoneEntry[]>;
  /** Adds an entry; earlier ones of the milestone are kept. */
  add(incident: IncidentId, entry: MilestoneEntry): Promise<void>;
}

/** Each with the calls that it made. */
export interface EscalationStore {
  find(id: EscalationId): Promise<Escalation | undefined>;
  /** Oldest first. */
  list(incident: IncidentId): Promise<readonly Escalation[]>;
  add(escalation: Escalation): Promise<void>;
  /** With its calls: new ones are added, and none is removed. */
  save(escalation: Escalation): Promise<void>;
  /** How all of the team's came out, those of drills left out: a row for each target and outcome that there is. */
  countOutcomes(team: TeamId): Promise<readonly EscalationCount[]>;
}

/** People as last heard of, so that a command need not wait for the chat system to say who typed it. */
export interface PeopleStore {
  find(team: TeamId, ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, Person>>;
  /** A locale that was not told this time stays as it was. */
  save(person: Person): Promise<void>;
}

/** The groups of the workspace as last heard of, so that a form can offer them at once. */
export interface GroupStore {
  /** By handle. */
  list(team: TeamId): Promise<readonly Group[]>;
  /** Keeps these, and no others. */
  replace(team: TeamId, groups: readonly Group[]): Promise<void>;
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

/** Who looks at their home page. */
export interface HomeStore {
  noteOpened(team: TeamId, person: PersonId, at: Instant): Promise<void>;
  /** Those of these people who opened it last at `since` or later, in no order. */
  listOpened(team: TeamId, people: readonly PersonId[], since: Instant): Promise<readonly PersonId[]>;
}

/** What was delivered to us before, so that a repeat changes nothing. */
export interface DeliveryStore {
  /** False where this key was accepted before. `at` lets old keys be forgotten. */
  accept(key: string, at: Instant): Promise<boolean>;
  /** Whether it was accepted before. */
  knows(key: string): Promise<boolean>;
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

/** Who had and has which role. */
export interface RoleStore {
  /** Oldest first. */
  list(incident: IncidentId): Promise<readonly RoleAssignment[]>;
  /** Earlier ones of the role are kept. */
  add(assignment: RoleAssignment): Promise<void>;
}

/** Who covers for whom in the rotas of the policy. */
export interface RotaStore {
  /** As it was set, taken back or not. */
  findCover(id: CoverId): Promise<KeptCover | undefined>;
  /**
   * Those of that rota that end later, in the order in which they were set, by which `onDuty` goes. One that was taken
   * back ended then, and was never there if it had not begun.
   */
  listCovers(team: TeamId, rota: string, endingAfter: Instant): Promise<readonly Cover[]>;
  addCover(team: TeamId, cover: Cover): Promise<void>;
  /** Once: the first who takes it back is kept. */
  takeBackCover(id: CoverId, takenBack: { readonly by: PersonId; readonly at: Instant }): Promise<void>;
}

/** What stakeholders were told. */
export interface UpdateStore {
  find(id: StatusUpdateId): Promise<StatusUpdate | undefined>;
  newest(incident: IncidentId): Promise<StatusUpdate | undefined>;
  add(update: StatusUpdate): Promise<void>;
}

/** What was said in the channels of incidents. */
export interface TranscriptStore {
  /** Keeps the newest version of a message; a deletion is the last of them. */
  keep(message: TranscriptMessage): Promise<void>;
  /** Writes the words anew where the message still is what they were made from. */
  reword(incident: IncidentId, words: Pick<TranscriptMessage, 'message' | 'source' | 'text'>): Promise<void>;
  find(incident: IncidentId, message: MessageRef): Promise<TranscriptMessage | undefined>;
  /** In the order in which they were said. */
  list(incident: IncidentId): Promise<readonly TranscriptMessage[]>;
  /** In the same order. */
  listHeads(incident: IncidentId): Promise<readonly TranscriptHead[]>;
  /** Deletes what was said in incidents that were closed, or canceled, before. */
  forgetClosedBefore(at: Instant): Promise<void>;
}

/** What the files of events hold; which files there are stands with the events. */
export interface FileStore {
  /** These two do nothing where the event has no such file any more. */
  keep(event: TimelineEventId, file: FileId, base64: string): Promise<void>;
  lack(event: TimelineEventId, file: FileId, reason: string): Promise<void>;
  /** Every image of the incident that is kept. */
  listImages(incident: IncidentId): Promise<ReadonlyMap<FileId, KeptImage>>;
}

/** What was heard of the alerts of each group. */
export interface AlertStore {
  find(key: AlertGroupKey): Promise<AlertGroup | undefined>;
  /** Puts it in the place of what there was of the group. */
  save(group: AlertGroup): Promise<void>;
  /** Deletes groups last heard of before, but for those of open incidents. */
  forgetHeardBefore(at: Instant): Promise<void>;
}

export interface AlertGroupKey {
  readonly teamId: TeamId;
  /** The hook's name in the policy. */
  readonly hook: string;
  /** The hash of the key that its system tells, which may be very long. */
  readonly dedupKey: string;
}

export interface AlertGroup extends AlertGroupKey {
  /** The last incident that it opened. */
  readonly incidentId: IncidentId | undefined;
  readonly heard: readonly HeardAlert[];
  readonly lastHeardAt: Instant;
}
