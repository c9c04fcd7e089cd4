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

/** In days; whoever leads a channel's incident would be reminded as often. */
const OFFER_AGAIN = 7;

/**
 * When an item that nobody owns is to be offered to all, where nobody leads its incident: first when a leader would hear,
 * then a week after they were `lastTold` of it, or when it comes back from a snooze.
 */
export function nextOfferAt(
  item: Remindable['item'],
  reader: Reader,
  { now, lastTold }: { readonly now: Instant; readonly lastTold: Instant | undefined },
): Instant | undefined {
  const first = reminderAfter({ item, capacity: 'leader', lacksOwner: true }, reader, undefined);
  const again = lastTold === undefined ? [] : [addCalendarDays(calendarDateAt(lastTold, reader.zone), OFFER_AGAIN)];
  const day = [...(first === undefined ? [] : [first]), ...again].toSorted().at(-1);
  return day && nextSending(day, reader, { now, last: undefined });
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
