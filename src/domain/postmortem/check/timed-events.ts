import type { Instant } from '../../time.ts';
import type { StatedEvent, StatedPostmortem, StatedTime } from './stated-postmortem.ts';
import { isAftermath } from './words/aftermath.ts';

export interface TimedEvent extends StatedEvent {
  readonly at: Instant;
  readonly time: StatedTime;
}

/** The events whose instant is known, in the order in which they stand. */
export function timedEvents({ timeline }: StatedPostmortem): readonly TimedEvent[] {
  return timeline.flatMap((event) =>
    event.time?.at === undefined ? [] : [{ ...event, time: event.time, at: event.time.at }],
  );
}

const RESOLVED =
  /\b(?:resolved|fully restored|restored|recovered|back to normal|fixed|service (?:is )?back|confirmed resolution|functionality (?:is |was )?verified|all clear)\b/iu;
const NOT_RESOLVED = /\b(?:not|persist\w*|attempt\w*|try\w*|still|partial\w*|but)\b/iu;

/** Whether an event says that it was over. */
export function isResolution({ kind, text }: Pick<StatedEvent, 'kind' | 'text'>): boolean {
  if (kind === 'resolution' || kind === 'resolved') {
    return true;
  }
  return kind === undefined && RESOLVED.test(text) && !NOT_RESOLVED.test(text) && !isAftermath(text);
}

/** The last of them. */
export function resolutionOf(stated: StatedPostmortem): TimedEvent | undefined {
  return timedEvents(stated).findLast((event) => isResolution(event) && !isAftermath(event.text));
}
