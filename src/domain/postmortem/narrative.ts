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

/** What somebody wrote for a section: plain text in which blank lines part paragraphs and `- ` begins a list item. */
export interface NarrativeEntry {
  readonly section: NarrativeSection;
  readonly text: string;
  readonly writtenBy: PersonId;
  readonly writtenAt: Instant;
}
