import type { ActionItem } from '../../../src/domain/action-items/action-item.ts';
import { dayOf, elapsedAtWall, isWorked, wallAt, workedFrom, workedUntil } from './local-time.ts';
import { YEAR_START } from './year.ts';

/** 09:00 */
export const OPENS = 9 * 60;
/** 17:00 */
export const CLOSES = 17 * 60;

/** How somebody stands to an item. */
export interface Standing {
  readonly item: ActionItem;
  readonly capacity: 'owner' | 'leader';
  readonly lacksOwner: boolean;
}

/** The first day after `heard` and up to `today` on which they were to be reminded of it; undefined where there is none. */
export function owedDay(standing: Standing, zone: string, heard: number, today: number): number | undefined {
  const { item, capacity } = standing;
  const first = Math.max(heard + 1, firstDayAfterPlanning(item, zone));
  const isOwed = (day: number) => first <= day && day <= today;
  if (capacity === 'leader') {
    const offered = standing.lacksOwner ? everyWeek(offeredOn(item, zone), zone, today) : [];
    if (item.dueOn === undefined) {
      return firstOf(offered.filter(isOwed));
    }
    const lateFrom = dayOf(item.dueOn) + 7;
    const early = offered.filter((day, place) => place === 0 || day < workedFrom(lateFrom, zone));
    return firstOf([...early, ...everyWeek(lateFrom, zone, today)].filter(isOwed));
  }
  const awake = item.snoozedUntil === undefined ? undefined : dayOf(item.snoozedUntil);
  const days = [...(awake === undefined ? [] : [workedFrom(awake, zone)]), ...aroundDue(item, zone, today)];
  return firstOf(days.filter((day) => isOwed(day) && (awake === undefined || day >= awake)));
}

/** Whether whoever leads may be told of it at all. */
export function concernsLeaderByHand({ item, lacksOwner }: Standing, zone: string, today: number): boolean {
  return (item.dueOn !== undefined && dayOf(item.dueOn) + 7 <= today) || (lacksOwner && offeredOn(item, zone) <= today);
}

/** Two days before and on the day, the work day before where nobody works then; +1 and +3, and from +7 every week, the work day after. */
function aroundDue({ dueOn }: ActionItem, zone: string, today: number): readonly number[] {
  if (dueOn === undefined) {
    return [];
  }
  const due = dayOf(dueOn);
  return [
    workedUntil(due - 2, zone),
    workedUntil(due, zone),
    workedFrom(due + 1, zone),
    workedFrom(due + 3, zone),
    ...everyWeek(due + 7, zone, today),
  ];
}

function everyWeek(from: number, zone: string, until: number): readonly number[] {
  const days: number[] = [];
  for (let day = from; day <= until; day += 7) {
    days.push(workedFrom(day, zone));
  }
  return days;
}

/** The second working day after the day on which nobody had it. */
function offeredOn(item: ActionItem, zone: string): number {
  let { day } = wallAt(Date.parse(item.plannedAt) - Date.parse(YEAR_START), zone);
  for (let left = 2; left > 0; ) {
    day += 1;
    left -= isWorked(day, zone) ? 1 : 0;
  }
  return day;
}

/** What was to be told before it was planned so, nobody is owed; on the same day before 09:00 it still counts. */
function firstDayAfterPlanning(item: ActionItem, zone: string): number {
  const planned = Date.parse(item.plannedAt) - Date.parse(YEAR_START);
  const { day } = wallAt(planned, zone);
  return elapsedAtWall(day, OPENS, zone) > planned ? day : day + 1;
}

function firstOf(days: readonly number[]): number | undefined {
  return days.length === 0 ? undefined : Math.min(...days);
}
