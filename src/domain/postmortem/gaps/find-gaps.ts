import { type Instant, MINUTE, millisecondsBetween } from '../../time.ts';
import { isQuiet } from '../../timeline/timeline-event.ts';
import type { StatedEvent } from '../check/stated-postmortem.ts';
import { isResolution } from '../check/timed-events.ts';
import { isAftermath } from '../check/words/aftermath.ts';

/** A stretch of an incident of which its timeline says nothing. */
export interface Gap {
  readonly from: Instant;
  readonly to: Instant;
}

interface Told extends Pick<StatedEvent, 'kind' | 'text'> {
  readonly at: Instant;
}

/** While everything is on fire somebody does something; where less is, people may well go and have lunch. */
const LONGEST_OF_THE_WORST = 30 * MINUTE;
const LONGEST = 60 * MINUTE;
const THE_WORST = /^(?:sev|severity|p|s|priority)?[\s-]*[01]$|critical|highest/iu;

/**
 * The long silences between the first event and the resolution, whichever was told first, each by what it lies between.
 * Quiet events break none.
 */
export function findGaps<Event extends Told, End extends { readonly at: Instant }>(
  told: readonly Event[],
  { ended, severity }: { readonly ended: End | undefined; readonly severity: string | undefined },
): readonly { readonly from: Event | End; readonly to: Event | End }[] {
  const stops = told.filter(({ kind, text }) => !(kind !== undefined && isQuiet(kind)) && !isAftermath(text));
  const last = stops.at(-1);
  const reached: readonly (Event | End)[] =
    ended === undefined || (last !== undefined && last.at < ended.at && isResolution(last, 'record'))
      ? stops
      : [...stops.filter(({ at }) => at < ended.at), ended];
  const longest = longestSilence(severity);
  return reached
    .slice(1)
    .map((to, index) => ({ from: reached[index] ?? to, to }))
    .filter(({ from, to }) => millisecondsBetween(from.at, to.at) > longest);
}

/** How long a timeline may be silent before somebody should say what happened then. */
export function longestSilence(severity: string | undefined): number {
  return severity === undefined || THE_WORST.test(severity.trim()) ? LONGEST_OF_THE_WORST : LONGEST;
}

export function lengthOf({ from, to }: Gap): number {
  return millisecondsBetween(from, to);
}
