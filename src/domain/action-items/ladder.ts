import { addCalendarDays, type CalendarDate, calendarDateAt, calendarDaysBetween, instantOnDate } from '../time.ts';
import { addWorkingDays, nearestWorkingDay } from '../working-calendar.ts';
import type { ActionItem } from './action-item.ts';
import type { Reader } from './reader.ts';

/** An open item as one of those hears of it who are reminded of it. */
export interface Remindable {
  readonly item: Pick<ActionItem, 'owner' | 'dueOn' | 'snoozedUntil' | 'plannedAt'>;
  /** Theirs, or of an incident that they lead. */
  readonly capacity: 'owner' | 'leader';
  /** Nobody owns it, or nobody of those who can be reached. */
  readonly lacksOwner: boolean;
}

/** In days from the due date; after the last of them every week. */
const BEFORE_AND_AFTER_DUE = [-2, 0, 1, 3];
/** From then on whoever leads hears too. */
const LATE = 7;
const WEEK = 7;
/** An item without an owner is offered so long after it was planned. */
const WORKING_DAYS_TO_FIND_AN_OWNER = 2;

/**
 * The first day after `after` on which somebody is to be reminded of an item; undefined where none comes. A day on which
 * they do not work gives way: before the due date to the working day before, later to the next.
 */
export function reminderAfter(
  remindable: Remindable,
  reader: Reader,
  after: CalendarDate | undefined,
): CalendarDate | undefined {
  const since = dayBeforeOwed(remindable, reader);
  const days = remindable.capacity === 'owner' ? ownersDays : leadersDays;
  return days(remindable, reader, after === undefined || after < since ? since : after).toSorted()[0];
}

/** Whether whoever leads an incident is told of an item when they are told anything. */
export function concernsLeader(remindable: Remindable, reader: Reader, today: CalendarDate): boolean {
  return isLongLate(remindable.item, today) || (remindable.lacksOwner && offeredOn(remindable, reader) <= today);
}

/** So that whoever leads hears of it too. */
export function isLongLate({ dueOn }: Pick<ActionItem, 'dueOn'>, today: CalendarDate): boolean {
  return dueOn !== undefined && addCalendarDays(dueOn, LATE) <= today;
}

/** The last day whose reminder nobody is owed: the item was planned after it, and a snooze lasts to the day before its end. */
function dayBeforeOwed(remindable: Remindable, { zone, timeOfDay }: Reader): CalendarDate {
  const { plannedAt } = remindable.item;
  const planned = calendarDateAt(plannedAt, zone);
  const since = instantOnDate(planned, timeOfDay, zone) > plannedAt ? addCalendarDays(planned, -1) : planned;
  const wakes = snoozedFor(remindable);
  return wakes === undefined || wakes <= since ? since : addCalendarDays(wakes, -1);
}

/** What its owner put off is told to whoever leads all the same; what nobody owns was put off by whoever is to find an owner. */
function snoozedFor({ item, capacity }: Remindable): CalendarDate | undefined {
  return capacity === 'owner' || item.owner === undefined ? item.snoozedUntil : undefined;
}

/** The day on which it comes back, of what was put off. */
function awake(remindable: Remindable, { calendar }: Reader): readonly CalendarDate[] {
  const wakes = snoozedFor(remindable);
  return wakes === undefined ? [] : [nearestWorkingDay(wakes, 1, calendar)];
}

/** Of each kind of day the first. */
function ownersDays(remindable: Remindable, reader: Reader, after: CalendarDate): readonly CalendarDate[] {
  const { dueOn } = remindable.item;
  const { calendar } = reader;
  const around =
    dueOn === undefined
      ? []
      : BEFORE_AND_AFTER_DUE.map((offset) =>
          nearestWorkingDay(addCalendarDays(dueOn, offset), offset > 0 ? 1 : -1, calendar),
        );
  const days = [...awake(remindable, reader), ...around];
  return [...days.filter((day) => day > after), ...lateDay(dueOn, reader, after)];
}

/** What nobody owns is offered once, however late it is, and each week until it is told with what is late. */
function leadersDays(remindable: Remindable, reader: Reader, after: CalendarDate): readonly CalendarDate[] {
  const { dueOn } = remindable.item;
  const firstOffer = offeredOn(remindable, reader);
  const offered = remindable.lacksOwner ? [weekly(firstOffer, reader, after)] : [];
  const lateFrom =
    dueOn === undefined ? undefined : nearestWorkingDay(addCalendarDays(dueOn, LATE), 1, reader.calendar);
  return [
    ...lateDay(dueOn, reader, after),
    ...offered.filter((day) => day === firstOffer || lateFrom === undefined || day < lateFrom),
  ];
}

function lateDay(dueOn: CalendarDate | undefined, reader: Reader, after: CalendarDate): readonly CalendarDate[] {
  return dueOn === undefined ? [] : [weekly(addCalendarDays(dueOn, LATE), reader, after)];
}

function offeredOn(remindable: Remindable, reader: Reader): CalendarDate {
  const planned = calendarDateAt(remindable.item.plannedAt, reader.zone);
  const [awakeOn] = awake(remindable, reader);
  return awakeOn ?? addWorkingDays(planned, WORKING_DAYS_TO_FIND_AN_OWNER, reader.calendar);
}

/** The first of every seventh day from `first` on that comes after `after`, once it has given way to a working day. */
function weekly(first: CalendarDate, { calendar }: Reader, after: CalendarDate): CalendarDate {
  // Giving way keeps their order, so only the last one up to `after` and the next can be it.
  const weeks = Math.max(0, Math.floor(calendarDaysBetween(first, after) / WEEK));
  const last = nearestWorkingDay(addCalendarDays(first, weeks * WEEK), 1, calendar);
  return last > after ? last : nearestWorkingDay(addCalendarDays(first, (weeks + 1) * WEEK), 1, calendar);
}
