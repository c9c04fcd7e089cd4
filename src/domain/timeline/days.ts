import type { CalendarDate } from '../time.ts';
import type { SpeakersCalendar } from './speaker.ts';

/** Which days something may mean that somebody said. */
export interface Days {
  /** None where no calendar has it, as the 30th of February; several where nobody can tell which. */
  readonly meant: readonly CalendarDate[];
  /** What else it may be where that is still to come. */
  readonly otherwise: readonly CalendarDate[];
}

export type Day = (calendar: SpeakersCalendar) => Days;

/** A way to say a day; `day` reads what the pattern captures. */
export interface DayForm {
  readonly pattern: RegExp;
  readonly day: (parts: readonly string[]) => Day;
}

/** A day that can be no other. */
export function dayOf(find: (today: CalendarDate) => CalendarDate | undefined): Day {
  return ({ today }) => ({ meant: known(find(today)), otherwise: [] });
}

export function known(...dates: readonly (CalendarDate | undefined)[]): readonly CalendarDate[] {
  return [...new Set(dates.filter((date) => date !== undefined))];
}

/** The first of the forms that the text begins with, and what follows it. */
export function eatDay(
  text: string,
  forms: readonly DayForm[],
): { readonly day: Day; readonly rest: string } | undefined {
  for (const { pattern, day } of forms) {
    const [all, ...parts] = pattern.exec(text) ?? [];
    if (all !== undefined) {
      return { day: day(parts), rest: text.slice(all.length) };
    }
  }
  return undefined;
}
