import type { CalendarDate, Instant, TimeZone } from '../time.ts';

/** Where and when somebody speaks: what `14:10`, `tomorrow` and `5/7` mean depends on it. */
export interface Speaker {
  readonly now: Instant;
  readonly zone: TimeZone;
  /** `en-GB`; undefined where nobody knows it, and then a date that can be read in two ways is. */
  readonly locale: string | undefined;
}

/** What a day depends on. */
export interface SpeakersCalendar {
  readonly today: CalendarDate;
  /** From when on a weekday to come is looked for; today where it is missing. */
  readonly since?: CalendarDate;
  readonly locale: string | undefined;
}
