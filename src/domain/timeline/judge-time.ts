import { accept, type Result, refuse } from '../result.ts';
import {
  addCalendarDays,
  addMilliseconds,
  type CalendarDate,
  calendarDateAt,
  type Instant,
  instantsOfWallClock,
  MINUTE,
  UTC,
} from '../time.ts';
import type { Day } from './days.ts';
import { isToCome } from './is-to-come.ts';
import type { Clock } from './parse-clock.ts';
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
  const { now, locale } = speaker;
  const days = (said.day ?? JUST_A_CLOCK)({ today: todayOf(offset, speaker), locale });
  const instantsOf = (date: CalendarDate) => instantsOn(date, { clock, offset }, speaker);
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

/** A time said with its zone is on that zone's own calendar. */
function todayOf(offset: number | undefined, { now, zone }: Speaker): CalendarDate {
  return offset === undefined ? calendarDateAt(now, zone) : calendarDateAt(addMilliseconds(now, offset * MINUTE), UTC);
}

/**
 * A time said with its zone is an instant as it stands. Otherwise it is what clocks on the wall showed where the speaker
 * is, on that day: the offset of now would be wrong across a change of the clocks. Of an hour that comes twice, what is
 * still to come does not count.
 */
function instantsOn(
  date: CalendarDate,
  { clock, offset }: { readonly clock: Clock; readonly offset: number | undefined },
  { now, zone }: Speaker,
): readonly Instant[] {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const shown = instantsOfWallClock({ year, month, day, ...clock }, offset === undefined ? zone : UTC);
  const instants = shown.map((at) => addMilliseconds(at, clock.millisecond - (offset ?? 0) * MINUTE));
  const over = instants.filter((at) => !isToCome(at, now));
  return over.length === 0 ? instants.slice(0, 1) : over;
}
