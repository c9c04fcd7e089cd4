import {
  addMilliseconds,
  type CalendarDate,
  calendarDateAt,
  type Instant,
  instantsOfWallClock,
  MINUTE,
  type TimeZone,
  UTC,
} from '../time.ts';
import type { Clock } from './parse-clock.ts';

/** Where clocks and calendars show what was said. */
export interface Place {
  /** The speaker's. */
  readonly zone: TimeZone;
  /** In minutes east of UTC, where the time was said with its zone: it is on that zone's own calendar then. */
  readonly offset: number | undefined;
}

export function dateIn({ zone, offset }: Place, at: Instant): CalendarDate {
  return offset === undefined ? calendarDateAt(at, zone) : calendarDateAt(addMilliseconds(at, offset * MINUTE), UTC);
}

/**
 * When clocks on the wall show that time on that day: twice in the hour that comes again. Not by the offset of now, which
 * would be wrong across a change of the clocks.
 */
export function instantsOn({ zone, offset }: Place, date: CalendarDate, clock: Clock): readonly Instant[] {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const shown = instantsOfWallClock({ year, month, day, ...clock }, offset === undefined ? zone : UTC);
  return shown.map((at) => addMilliseconds(at, clock.millisecond - (offset ?? 0) * MINUTE));
}
