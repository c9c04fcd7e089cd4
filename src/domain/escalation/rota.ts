import type { PersonId } from '../ids.ts';
import type { CalendarDate, TimeZone } from '../time.ts';

/** People who take turns, a week each. */
export interface Rota {
  readonly name: string;
  /** In the order of their turns. */
  readonly members: readonly PersonId[];
  readonly zone: TimeZone;
  /** 1 is Monday, 7 Sunday. */
  readonly handOverWeekday: number;
  /** `HH:mm`, on the clocks of `zone`. */
  readonly handOverTime: string;
  /** The day of a hand-over to the first member. */
  readonly firstHandOver: CalendarDate;
}
