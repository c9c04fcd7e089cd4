import type { StatedPostmortem, Statement } from './stated-postmortem.ts';

/** What is said of the cause: what somebody wrote of it, and how it was found. */
export function causesOf({ prose, timeline }: StatedPostmortem): readonly Statement[] {
  return [...prose['root-cause'], ...timeline.filter(({ kind }) => kind === 'cause-found')];
}
