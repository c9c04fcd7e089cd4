import type { Level } from './rule.ts';
import type { Place } from './stated-postmortem.ts';

/** Something that a good postmortem has and this one lacks. */
export interface Finding {
  /** Names the rule, for tests, waivers and other programs: `action-item-without-owner`. */
  readonly rule: string;
  readonly level: Level;
  /** Why the rule matters, in one sentence, for people. */
  readonly why: string;
  /** Whether only whoever wrote the words may be told. */
  readonly isForAuthor: boolean;
  readonly place: Place;
  /** What is missing and what to do about it, for people. */
  readonly text: string;
}
