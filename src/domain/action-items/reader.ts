import type { Instant, TimeZone } from '../time.ts';
import type { WorkingCalendar } from '../working-calendar.ts';

/** Who is reminded, as far as it matters when. */
export interface Reader {
  readonly zone: TimeZone;
  readonly calendar: WorkingCalendar;
  /** When they are reminded, `09:00`. */
  readonly timeOfDay: string;
  readonly awayUntil: Instant | undefined;
}
