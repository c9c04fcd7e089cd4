import type { IncidentId, MessageRef, PersonId, TimelineEventId } from '../ids.ts';
import type { Instant } from '../time.ts';
import type { EventFile } from './event-file.ts';
import type { Mention } from './mention.ts';
import type { SettledMitigation } from './mitigation.ts';

/** What people can say happened. */
export const SPOKEN_KINDS = [
  'detected',
  'investigation',
  'misleading-path',
  'escalation',
  'mitigation',
  'cause-found',
  'decision',
  'communication',
  'resolution',
  'note',
] as const;

/** What Faultline writes down by itself. */
export const AUTOMATIC_KINDS = [
  'declared',
  'joined',
  'renamed',
  'role-changed',
  'status-changed',
  'severity-changed',
  'called',
  'acknowledged',
  'passed-on',
  'unanswered',
  'mitigation-settled',
  'update-sent',
  'action-item-added',
  'resolved',
  'closed',
  'canceled',
  'reopened',
] as const;

/** What whoever reads the story can do without: who came, who took what on, what is to be done afterwards. */
const QUIET_KINDS: readonly TimelineKind[] = ['joined', 'renamed', 'role-changed', 'action-item-added'];

export type SpokenKind = (typeof SPOKEN_KINDS)[number];
export type TimelineKind = SpokenKind | (typeof AUTOMATIC_KINDS)[number];

/** Something that happened at an instant. */
export interface TimelineEvent {
  readonly id: TimelineEventId;
  readonly incidentId: IncidentId;
  readonly kind: TimelineKind;
  /** Plain text; may hold line breaks. Mentions stand as the names people had then. */
  readonly text: string;
  /** Whom and what that text mentions; where somebody wrote other words for the event, its message. */
  readonly mentions: readonly Mention[];
  /** When it happened, which for a backdated event is not when it was recorded. */
  readonly at: Instant;
  /** Who said it; missing where another app did. */
  readonly saidBy: PersonId | undefined;
  readonly recordedBy: PersonId;
  readonly recordedAt: Instant;
  /** The message that it was made from, and where a browser finds it. */
  readonly message: MessageRef | undefined;
  readonly permalink: string | undefined;
  /** What the message said when we last read it; the event's own words may be others, and then they stay. */
  readonly messageText: string | undefined;
  /** The hash of what it was made from: of the message as the chat system kept it, of words as they were recorded. */
  readonly madeFrom: string | undefined;
  /** The hash of that message when we last read it, by which an edit is known. */
  readonly messageHash: string | undefined;
  /** When we learnt that the message was edited after it was put on the timeline. */
  readonly messageEditedAt: Instant | undefined;
  /** The files of that message. */
  readonly files: readonly EventFile[];
  /** Whoever put that message on the timeline, the first first. */
  readonly taggedBy: readonly PersonId[];
  /** Taken back: it stays in the record, and in no draft. */
  readonly retractedAt: Instant | undefined;
  readonly retractedBy: PersonId | undefined;
  /** When we learnt that the message is gone; its words stay unless the policy says otherwise. */
  readonly messageDeletedAt: Instant | undefined;
  /** Of a mitigation; missing while it is open. */
  readonly settled: SettledMitigation | undefined;
  /** The event whose story it goes on with: of the end of a mitigation that mitigation. */
  readonly about: TimelineEventId | undefined;
  /** The quiet line by which the channel saw it, where one was posted. */
  readonly line: MessageRef | undefined;
  /** When the words of the deleted message were removed here as well. */
  readonly redactedAt: Instant | undefined;
}

/** What an event said before it was corrected, or before its message was edited. */
export interface Revision {
  readonly eventId: TimelineEventId;
  /** Whose words these were: of an event that has words of its own, its message's are kept too. */
  readonly of: 'event' | 'message';
  readonly text: string;
  readonly kind: TimelineKind;
  readonly at: Instant;
  readonly replacedAt: Instant;
  /** Missing where the message's author edited it. */
  readonly replacedBy: PersonId | undefined;
}

export function isSpoken(kind: TimelineKind): kind is SpokenKind {
  return SPOKEN_KINDS.some((spoken) => spoken === kind);
}

/** Whether nothing of it was changed, where one was made from the other. */
export function isSameEvent(one: TimelineEvent, other: TimelineEvent): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Quiet events are folded where events are shown; the record holds them like any other. */
export function isQuiet(kind: TimelineKind): boolean {
  return QUIET_KINDS.includes(kind);
}

/** The order of what happened; equal instants keep the order of recording. */
export function inOrder(events: readonly TimelineEvent[]): readonly TimelineEvent[] {
  return [...events].sort((a, b) => compareText(a.at, b.at) || compareText(a.id, b.id));
}

function compareText(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
