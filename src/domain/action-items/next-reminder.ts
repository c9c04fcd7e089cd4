import {
  addCalendarDays,
  addMilliseconds,
  type CalendarDate,
  calendarDateAt,
  HOUR,
  type Instant,
  instantOnDate,
  later,
} from '../time.ts';
import { isWorkingDay } from '../working-calendar.ts';
import { type Remindable, reminderAfter } from './ladder.ts';
import type { Reader } from './reader.ts';

/** The last message of reminders that somebody got. */
export interface LastReminder {
  /** The day on which they got it, where they were. */
  readonly sentOn: CalendarDate;
  readonly sentAt: Instant;
}

/** How long after its time of day a reminder may still go out, on the same day. */
const WINDOW = 8 * HOUR;

/**
 * When somebody is to be sent their next message, which is `now` where that is owed already; undefined where nothing will
 * be. What could not be sent on its day is owed on the next on which it can be. A message covers all that was to be
 * reminded up to its day.
 */
export function nextReminderAt(
  remindables: readonly Remindable[],
  reader: Reader,
  { now, last }: { readonly now: Instant; readonly last: LastReminder | undefined },
): Instant | undefined {
  const [first] = remindables.flatMap((each) => reminderAfter(each, reader, last?.sentOn) ?? []).toSorted();
  return first === undefined ? undefined : nextSending(first, reader, { now, last });
}

/** The first instant from `now` on, on that day or later, at which a message may go out. */
function nextSending(
  first: CalendarDate,
  reader: Reader,
  { now, last }: { readonly now: Instant; readonly last: LastReminder | undefined },
): Instant {
  const { zone, calendar, timeOfDay } = reader;
  const from = later(now, reader.awayUntil ?? now);
  // For somebody who has moved east the last message may have come on a later day than the one that it covers.
  const taken = last === undefined ? [] : [addCalendarDays(calendarDateAt(last.sentAt, zone), 1)];
  const days = [first, calendarDateAt(from, zone), ...taken];
  for (let day = days.toSorted().at(-1) ?? first; ; day = addCalendarDays(day, 1)) {
    const opens = instantOnDate(day, timeOfDay, zone);
    if (isWorkingDay(day, calendar) && from < addMilliseconds(opens, WINDOW)) {
      return later(from, opens);
    }
  }
}
