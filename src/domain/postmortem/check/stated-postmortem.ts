import type { ActionItemKind, ActionItemStatus } from '../../action-items/action-item.ts';
import type { ActionItemId, TimelineEventId } from '../../ids.ts';
import type { CalendarDate, Instant } from '../../time.ts';
import type { MilestoneName } from '../../timeline/milestone.ts';
import type { TimelineKind } from '../../timeline/timeline-event.ts';
import { NARRATIVE_SECTIONS } from '../narrative.ts';
import type { PostmortemSection } from '../postmortem.ts';

/**
 * What a postmortem states, and where: drafted from a record or read from a file, so that the same rules hold for
 * both. What it does not state is undefined or empty; nothing is guessed but the kinds of a file's events.
 */
export interface StatedPostmortem {
  readonly source: 'record' | 'file';
  readonly title: Statement | undefined;
  readonly severity: string | undefined;
  readonly prose: Readonly<Record<ProsePart, readonly Statement[]>>;
  /** When users began to be hurt, and when that ended. */
  readonly started: StatedTime | undefined;
  readonly ended: StatedTime | undefined;
  /** Lengths that it gives in so many words: `approximately 1 hour, 30 minutes`. */
  readonly durations: readonly StatedDuration[];
  /** In the order in which it tells them. */
  readonly timeline: readonly StatedEvent[];
  readonly actionItems: readonly StatedActionItem[];
  /** The names of people, where they are known to be some. */
  readonly people: readonly string[];
  /** What stands there as nobody wrote it, as it stands: broken characters (already mended in `prose`), empty images and links. */
  readonly damages: readonly Statement[];
  /** What only a record can tell; undefined for a file. */
  readonly record: RecordedFacts | undefined;
  /** When it is checked: nothing in it can have happened later. */
  readonly checkedAt: Instant;
}

/** What people write of a draft, and what only files have a part of their own for. */
export const PROSE_PARTS = [...NARRATIVE_SECTIONS, 'misleading-paths', 'escalation'] as const;

export type ProsePart = (typeof PROSE_PARTS)[number];

/** Where something is said: in a record by what it is about, in a file by its line, counted from 1. */
export interface Place {
  readonly section: PostmortemSection;
  readonly line?: number | undefined;
  readonly part?: ProsePart | undefined;
  readonly milestone?: MilestoneName | undefined;
  readonly eventId?: TimelineEventId | undefined;
  readonly actionItemId?: ActionItemId | undefined;
}

export interface Statement {
  /** Plain, as somebody typed it; of a record's time, as it is told. */
  readonly text: string;
  readonly place: Place;
}

export interface StatedTime extends Statement {
  /** Undefined where its words give no instant. A time without a zone is taken for UTC. */
  readonly at: Instant | undefined;
  readonly hasDate: boolean;
  readonly hasZone: boolean;
  /** Whether its date can be read in two ways, as `09-06-2024` can. */
  readonly isAmbiguous: boolean;
  readonly isEstimated: boolean;
}

export interface StatedDuration extends Statement {
  readonly milliseconds: number;
}

export interface StatedEvent extends Statement {
  readonly time: StatedTime | undefined;
  /** Undefined where a file's words do not show it. */
  readonly kind: TimelineKind | undefined;
  readonly hasLink: boolean;
}

export interface StatedActionItem extends Statement {
  readonly owner: string | undefined;
  /** Whether that is one person; a team is not. Undefined where it cannot be told. */
  readonly isOwnedByPerson: boolean | undefined;
  readonly dueOn: CalendarDate | undefined;
  readonly kind: ActionItemKind | undefined;
  readonly doneWhen: string | undefined;
  /** `P1` */
  readonly priority: string | undefined;
  /** Whether it is found in a tracker, so far as its own words do not tell. */
  readonly hasTicket: boolean;
  readonly status: ActionItemStatus;
}

export interface RecordedFacts {
  /** The mitigations of which nobody has said that they were reverted, or are kept on purpose. */
  readonly openMitigations: readonly Statement[];
  /** The calls for help that nobody answered, or whose answer nobody took over, in words. */
  readonly unansweredCalls: readonly Statement[];
  readonly missingMilestones: readonly MilestoneName[];
}
