import type { Instant } from '../../time.ts';
import type { TimelineEvent } from '../../timeline/timeline-event.ts';
import type { Postmortem } from '../postmortem.ts';
import { findGaps, type Gap } from './find-gaps.ts';

/** Where the timeline of a draft says nothing for long: what the check finds, too. */
export function gapsIn({ timeline, impact, header }: Postmortem): readonly Gap[] {
  const lines = timeline.flatMap((day) => day.lines);
  return gapsAmong(lines, { endedAt: impact.endedAt, severity: header.severity });
}

export function gapsAmong(
  told: readonly Pick<TimelineEvent, 'at' | 'kind' | 'text'>[],
  { endedAt, severity }: { readonly endedAt: Instant | undefined; readonly severity: string },
): readonly Gap[] {
  const ended = endedAt === undefined ? undefined : { at: endedAt };
  return findGaps(told, { ended, severity }).map(({ from, to }) => ({ from: from.at, to: to.at }));
}

/** Those that begin and end within a longer stretch. */
export function gapsWithin(gaps: readonly Gap[], { from, to }: Gap): readonly Gap[] {
  return gaps.filter((gap) => gap.from >= from && gap.to <= to);
}
