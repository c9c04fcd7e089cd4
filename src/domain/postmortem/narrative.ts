import type { PersonId } from '../ids.ts';
import type { Instant } from '../time.ts';

/** The sections that people write, in the order in which the close form asks for them. */
export const NARRATIVE_SECTIONS = [
  'summary',
  'customer-impact',
  'affected',
  'business-impact',
  'detection',
  'root-cause',
  'contributing-factors',
  'resolution',
  'lessons',
  'went-well',
  'went-badly',
  'got-lucky',
  'internal-communication',
  'external-communication',
] as const;

export type NarrativeSection = (typeof NARRATIVE_SECTIONS)[number];

/**
 * A version of what people wrote for a section: plain text in which blank lines part paragraphs and `- ` begins a list
 * item.
 */
export interface NarrativeEntry {
  readonly section: NarrativeSection;
  /** Counted from 1 within its section. */
  readonly version: number;
  readonly text: string;
  readonly writtenBy: PersonId;
  readonly writtenAt: Instant;
  /** The earlier version whose words were taken up again. */
  readonly restored: Pick<NarrativeEntry, 'version' | 'writtenBy' | 'writtenAt'> | undefined;
  /** Somebody else had written meanwhile: kept, but it never held. */
  readonly isAside: boolean;
}

/** What is kept as it is typed: the sections, and the lines of new action items. */
export const TYPED_PARTS = [...NARRATIVE_SECTIONS, 'new-items'] as const;

export type TypedPart = (typeof TYPED_PARTS)[number];

/** What somebody typed into a form and has not sent. */
export interface UnsavedWords {
  readonly section: TypedPart;
  readonly text: string;
  /** Of the entry that the form showed; 0 where nobody had written any. */
  readonly shownVersion: number;
  /** How many characters of it stood in the form, where those were not all: the others stay behind what was typed. */
  readonly shownLength?: number | undefined;
  readonly typedAt: Instant;
}
