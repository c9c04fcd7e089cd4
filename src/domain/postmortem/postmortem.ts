import type { ActionItemKind, ActionItemStatus, Priority } from '../action-items/action-item.ts';
import type { TicketLink } from '../action-items/ticket.ts';
import type { Status } from '../incident/status.ts';
import type { CalendarDate, Instant, TimeZone } from '../time.ts';
import type { MilestoneName } from '../timeline/milestone.ts';
import type { MitigationEnd } from '../timeline/mitigation.ts';
import type { TimelineKind } from '../timeline/timeline-event.ts';
import type { NarrativeSection } from './narrative.ts';
import type { ReviewState } from './review/review.ts';
import type { Source } from './source.ts';
import type { Escalations, TargetFigure } from './told-escalations.ts';

/** In the order in which they are read. */
export const POSTMORTEM_SECTIONS = [
  'summary',
  'impact',
  'detection',
  'timeline',
  'root-causes',
  'misleading-paths',
  'escalations',
  'resolution',
  'action-items',
  'lessons',
  'communication',
  'people',
  'figures',
] as const;

export type PostmortemSection = (typeof POSTMORTEM_SECTIONS)[number];

/**
 * What is known of one incident, arranged for reading. Every text in it is plain, as somebody typed it; narrative
 * that nobody has written is undefined. Holds only what JSON can hold.
 */
export interface Postmortem {
  readonly header: PostmortemHeader;
  readonly summary: string | undefined;
  readonly impact: Impact;
  readonly detection: DetectionStory;
  readonly timeline: readonly TimelineDay[];
  readonly rootCauses: RootCauses;
  readonly misleadingPaths: readonly TimelineLine[];
  readonly escalations: Escalations;
  readonly resolution: ResolutionStory;
  /** Only the kinds that have items; those without a kind come last. */
  readonly actionItems: readonly ActionItemGroup[];
  readonly lessons: Lessons;
  readonly communication: Communication;
  readonly people: readonly PersonLine[];
  readonly figures: readonly Figure[];
  /** How soon calls were answered, by whom they were for. */
  readonly answers: readonly TargetFigure[];
  /** Who wrote what people have written, and when. */
  readonly authors: readonly AuthorLine[];
}

export interface PostmortemHeader {
  /** `INC-42` */
  readonly name: string;
  readonly title: string;
  readonly severity: string;
  readonly status: Status;
  /** The day on which the impact started, else the day of the declaration. */
  readonly date: CalendarDate;
  /** The zone that its days and times are told in. */
  readonly zone: TimeZone;
  readonly duration: Figure;
  readonly declaredBy: string;
  readonly declaredAt: Instant;
  readonly declarationSource: Source | undefined;
  readonly isPrivate: boolean;
  /** An exercise. */
  readonly isDrill: boolean;
  readonly review: ReviewLine;
}

/** Where it stands on its way to its readers. */
export interface ReviewLine {
  readonly state: ReviewState;
  /** Those who approved it as it was then. */
  readonly approvals: readonly { readonly by: string; readonly at: Instant; readonly isChangedSince: boolean }[];
  readonly published: Publishing | undefined;
}

export interface Publishing {
  readonly by: string;
  readonly at: Instant;
  readonly isChangedSince: boolean;
  /** Why it was published although something was in the way; missing where nothing was. */
  readonly override: string | undefined;
}

export interface Impact {
  readonly customer: string | undefined;
  /** How many, or what share. */
  readonly affected: string | undefined;
  readonly business: string | undefined;
  readonly startedAt: Instant | undefined;
  readonly isStartEstimated: boolean;
  readonly startSource: Source | undefined;
  readonly endedAt: Instant | undefined;
  readonly isEndEstimated: boolean;
  readonly endSource: Source | undefined;
}

export interface DetectionStory {
  readonly story: string | undefined;
  /** The first that tells how it was noticed. */
  readonly event: TimelineLine | undefined;
}

export interface TimelineDay {
  readonly date: CalendarDate;
  readonly lines: readonly TimelineLine[];
}

export interface TimelineLine {
  readonly at: Instant;
  readonly kind: TimelineKind;
  readonly text: string;
  /** Missing where another app said it. */
  readonly saidBy: string | undefined;
  readonly source: Source;
  /** Of a mitigation: what became of it; missing of other events. */
  readonly mitigation: { readonly is: MitigationEnd; readonly at: Instant } | { readonly is: 'open' } | undefined;
  readonly files: readonly FileLine[];
}

export interface FileLine {
  readonly name: string;
  readonly permalink: string | undefined;
  /** A `data:` address, where it is an image that is kept. */
  readonly image: string | undefined;
}

export interface RootCauses {
  readonly technical: string | undefined;
  readonly contributingFactors: string | undefined;
  readonly found: readonly TimelineLine[];
}

export interface ResolutionStory {
  readonly story: string | undefined;
  /** What eased it and what ended it. */
  readonly steps: readonly TimelineLine[];
}

export interface ActionItemGroup {
  /** Missing where nobody has said it. */
  readonly kind: ActionItemKind | undefined;
  readonly items: readonly ActionItemLine[];
}

export interface ActionItemLine {
  readonly title: string;
  readonly owner: string | undefined;
  readonly dueOn: CalendarDate | undefined;
  readonly doneWhen: string | undefined;
  readonly priority: Priority | undefined;
  readonly status: ActionItemStatus;
  /** Why it will not be done, where that is so. */
  readonly reason: string | undefined;
  readonly ticket: TicketLink | undefined;
  readonly source: Source;
}

export interface Lessons {
  readonly learned: string | undefined;
  readonly wentWell: string | undefined;
  readonly wentBadly: string | undefined;
  readonly gotLucky: string | undefined;
}

export interface Communication {
  readonly internal: string | undefined;
  readonly external: string | undefined;
  readonly events: readonly TimelineLine[];
}

export interface AuthorLine {
  readonly section: NarrativeSection;
  readonly writtenBy: string;
  readonly writtenAt: Instant;
}

/** What people contributed, in the order in which it usually happens. */
export const PARTS = [
  'declared',
  'told',
  'recorded',
  'escalated',
  'was-called',
  'acknowledged',
  'wrote',
  'owns',
] as const;

export type Part = (typeof PARTS)[number];

export interface PersonLine {
  /** A person's name, or a group's `@handle`. */
  readonly name: string;
  /** The roles that they had, should another have had them later. */
  readonly roles: readonly RoleLine[];
  readonly parts: readonly Part[];
}

export interface RoleLine {
  readonly name: string;
  readonly source: Source;
}

export type FigureName =
  | 'time-to-detect'
  | 'time-to-declare'
  | 'time-to-acknowledge'
  | 'time-to-mitigate'
  | 'time-to-resolve';

/** A milestone, or the first call for help. */
export interface FigureEnd {
  readonly name: MilestoneName | 'escalated';
  readonly at: Instant | undefined;
  readonly isEstimated: boolean;
  /** Missing with the instant. */
  readonly source: Source | undefined;
}

/** A length of time and what it lies between. */
export interface Figure {
  readonly name: FigureName;
  readonly from: FigureEnd;
  readonly to: FigureEnd;
  /** Missing with either end; negative where the record contradicts itself. */
  readonly milliseconds: number | undefined;
}
