import { findGaps, type Gap } from '../../timeline/gaps.ts';
import type { Postmortem } from '../postmortem.ts';

/** Where its timeline says nothing for long. */
export function gapsIn({ timeline, impact }: Pick<Postmortem, 'timeline' | 'impact'>): readonly Gap[] {
  return findGaps(
    timeline.flatMap(({ lines }) => lines),
    impact.endedAt,
  );
}
