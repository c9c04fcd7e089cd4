import { accept, type Result, refuse } from '../result.ts';
import { addCalendarDays, type CalendarDate, type Instant } from '../time.ts';
import type { Day } from './days.ts';
import { dateIn, instantsOn } from './instants-on.ts';
import { isToCome } from './is-to-come.ts';
import type { SaidTime } from './parse-time.ts';
import type { Speaker } from './speaker.ts';
import { type UnclearTime, type UnparsableTime, unparsable } from './unclear-time.ts';

/** A time of day alone is today’s; what is still to come today may have been yesterday. */
const JUST_A_CLOCK: Day = ({ today }) => ({ meant: [today], otherwise: [addCalendarDays(today, -1)] });

/**
 * The instant that was meant. Where there are several, or it is still to come and may have been another, the speaker is
 * to say which; what can only be to come is left to whoever does not take it. `typed` is the time as it was written.
 */
export function judgeTime(
  said: SaidTime,
  typed: string,
  speaker: Speaker,
): Result<Instant, UnparsableTime | UnclearTime> {
  const { clock, offset } = said;
  if (clock === undefined || offset === 'unclear') {
    return unparsable(typed);
  }
  const { now, zone, locale } = speaker;
  const place = { zone, offset };
  const days = (said.day ?? JUST_A_CLOCK)({ today: dateIn(place, now), locale });
  const instantsOf = (date: CalendarDate) => withoutToCome(instantsOn(place, date, clock), now);
  const isOver = (at: Instant) => !isToCome(at, now);
  const meant = days.meant.flatMap(instantsOf);
  const [at] = meant;
  if (at === undefined) {
    return unparsable(typed);
  }
  const readings = meant.some(isOver) ? meant.filter(isOver) : days.otherwise.flatMap(instantsOf).filter(isOver);
  const isSure = meant.length === 1 && isOver(at);
  return isSure || readings.length === 0
    ? accept(at)
    : refuse({ kind: 'unclear-time', text: typed, why: meant.length > 1 ? 'ambiguous' : 'to-come', readings, speaker });
}

/** Of an hour that comes twice, what is still to come does not count. */
function withoutToCome(instants: readonly Instant[], now: Instant): readonly Instant[] {
  const over = instants.filter((at) => !isToCome(at, now));
  return over.length === 0 ? instants.slice(0, 1) : over;
}
