import type { Place, StatedPostmortem } from './stated-postmortem.ts';

/** What must be mended before others read it, what would make it better, and what may well be right as it is. */
export const LEVELS = ['must', 'should', 'hint'] as const;

export type Level = (typeof LEVELS)[number];

/** One thing that a good postmortem has. */
export interface Rule {
  /** For tests, waivers and other programs: `action-item-without-owner`. Never given another meaning. */
  readonly id: string;
  readonly level: Level;
  /** Why it matters, in one sentence, for people. */
  readonly why: string;
  /** Whether only whoever wrote the words is told, so that nobody is shown up. */
  readonly isForAuthor?: true;
  check(stated: StatedPostmortem): readonly Found[];
}

/** Where a postmortem breaks a rule. */
export interface Found {
  readonly place: Place;
  /** Where it weighs less here than the rule says. */
  readonly level?: Level;
  /** What is missing or wrong and what to do about it, for people. */
  readonly text: string;
}
