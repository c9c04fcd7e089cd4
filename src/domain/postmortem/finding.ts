import type { PostmortemSection } from './postmortem.ts';

/** Something that a good postmortem has and this one lacks. */
export interface Finding {
  /** Names the rule, for tests and for turning it off: `action-item-without-owner`. */
  readonly rule: string;
  /** What must be mended before others read it, and what would make it better. */
  readonly level: 'must' | 'should';
  readonly section: PostmortemSection;
  /** What is missing and what to do about it, for people. */
  readonly text: string;
}
