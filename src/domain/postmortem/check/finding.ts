import type { Instant } from '../../time.ts';
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
  /** The same until what it is about is rewritten, or it says something else. */
  readonly placeKey: string;
  /** What is missing and what to do about it, for people. */
  readonly text: string;
  /** Where somebody said why it does not hold here: it is listed apart, and stops nothing. */
  readonly waived?: { readonly by: string; readonly at: Instant; readonly reason: string };
}

/** Those that nobody waived. */
export function openFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ waived }) => waived === undefined);
}

/** How many things must still be mended before others read it. */
export function countMusts(findings: readonly Finding[]): number {
  return openFindings(findings).filter(({ level }) => level === 'must').length;
}
