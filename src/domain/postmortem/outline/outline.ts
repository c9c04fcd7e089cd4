import type { ToldTime } from '../../tell-time.ts';
import type { Instant } from '../../time.ts';
import type { MessageChange } from '../../timeline/message-change.ts';
import type { TimelineKind } from '../../timeline/timeline-event.ts';
import type { FileLine, PostmortemSection } from '../postmortem.ts';

/** A postmortem in the words and the order in which people read it, before any markup. Its texts are not escaped. */
export interface Outline {
  /** `INC-42` */
  readonly name: string;
  readonly title: string;
  /** What one wants to see first: severity, status. */
  readonly tags: readonly Fact[];
  readonly facts: readonly Fact[];
  /** How much is missing, where something is. */
  readonly notice: string | undefined;
  readonly sections: readonly OutlineSection[];
}

export interface OutlineSection {
  readonly id: PostmortemSection | 'still-missing' | 'transcript';
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block =
  /** What somebody wrote. */
  | { readonly kind: 'prose'; readonly text: string }
  /** Says that something is not there. */
  | { readonly kind: 'gap'; readonly text: string }
  | { readonly kind: 'label'; readonly text: string }
  /** Says what stands below. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'events'; readonly events: readonly EventEntry[] }
  | { readonly kind: 'days'; readonly days: readonly DayEntry[] }
  | { readonly kind: 'transcript'; readonly days: readonly SaidDay[] }
  | { readonly kind: 'figures'; readonly figures: readonly FigureEntry[] }
  | { readonly kind: 'findings'; readonly findings: readonly FindingEntry[] }
  | { readonly kind: 'table'; readonly columns: readonly string[]; readonly rows: readonly (readonly Cell[])[] };

export interface Fact {
  readonly name: string;
  readonly value: string;
  readonly sources?: readonly SourceEntry[];
}

/** Where a fact comes from: words, which are a link where there is one. */
export interface SourceEntry {
  readonly text: string;
  readonly href: string | undefined;
  /** What became of the message behind that link: `edited since`. */
  readonly messageChange: MessageChange | undefined;
}

export interface DayEntry {
  /** `2024-06-09 (Sunday)` */
  readonly title: string;
  readonly entries: readonly StoryEntry[];
}

export type StoryEntry =
  | { readonly kind: 'event'; readonly event: EventEntry }
  /** Quiet events, at least one, and in a few words what they come to. */
  | { readonly kind: 'folded'; readonly text: string; readonly events: readonly EventEntry[] };

export interface EventEntry {
  readonly time: ToldTime;
  readonly kind: TimelineKind;
  /** The kind in words. */
  readonly kindName: string;
  readonly text: string;
  readonly saidBy: string;
  readonly source: SourceEntry;
  readonly files: readonly FileLine[];
  readonly isAutomatic: boolean;
  /** What a reader must know of it besides: `still in place`. */
  readonly notes: readonly string[];
}

export interface SaidDay {
  readonly title: string;
  readonly said: readonly SaidEntry[];
}

export interface SaidEntry {
  readonly time: ToldTime;
  readonly saidBy: string;
  readonly text: string;
  readonly isReply: boolean;
  /** What became of the message: `edited`. */
  readonly note: string | undefined;
}

export interface FigureEntry {
  readonly name: string;
  /** From what to what, in a sentence. */
  readonly definition: string;
  /** `1 h 30 min`, or why it is not known. */
  readonly length: string;
  readonly isKnown: boolean;
  readonly from: FigureEndEntry;
  readonly to: FigureEndEntry;
}

export interface FigureEndEntry {
  readonly text: string;
  readonly source: SourceEntry | undefined;
}

export interface FindingEntry {
  readonly section: PostmortemSection;
  /** The section's title. */
  readonly about: string;
  readonly text: string;
  /** Why it matters and the rule's id, or who said that it does not hold here, and why. */
  readonly note: string;
}

export interface Cell {
  readonly text: string;
  /** Where the text leads. */
  readonly href?: string | undefined;
  readonly sources?: readonly SourceEntry[];
  /** Where the text tells this instant. */
  readonly at?: Instant;
  readonly isGap?: boolean;
}
