import { type Day, type DayForm, eatDay } from './days.ts';
import { type Clock, type ClockAndRest, eatClock } from './parse-clock.ts';
import { eatZone, type ZoneAndRest } from './parse-zone.ts';
import { EVENT_DAYS } from './spoken-days.ts';

/** A time of day as it was said, with its day and its zone where they were said too. */
export interface SaidTime {
  readonly day: Day | undefined;
  readonly clock: Clock | undefined;
  /** Minutes east of UTC; undefined: the speaker's own zone. */
  readonly offset: number | 'unclear' | undefined;
  /** The end of a range, `until 14:20 UTC`. */
  readonly until: string | undefined;
  readonly rest: string;
}

interface Moment extends ClockAndRest {
  readonly offset: ZoneAndRest['offset'] | undefined;
}

const ISO_DATE = /^\d{4}[-/]/u;
const BETWEEN_DAY_AND_CLOCK = /^(?:T(?=\d)|,?\s+(?:at\s+)?)/iu;
const RANGE = /^\s*(?:[-–—−]|(until|till|til|to)(?=\s))\s*/iu;

/** `14:10`, `at 6:20 PM GMT+3`, `yesterday 18:20`, `2024-05-07T14:00:00Z`, `14:10-14:20 UTC`, and what follows. */
export function eatTime(text: string, days: readonly DayForm[] = EVENT_DAYS): SaidTime | undefined {
  const said = eatOnDay(text, days);
  const lead = said === undefined ? /^(?:at\s+)?/iu.exec(text) : BETWEEN_DAY_AND_CLOCK.exec(said.rest);
  if (lead === null) {
    return undefined;
  }
  const isIso = ISO_DATE.test(text);
  const isWhole = /^T/iu.test(lead[0]);
  const start = eatMoment((said?.rest ?? text).slice(lead[0].length), { isIso, isWhole });
  return start === undefined ? undefined : withEnd(said?.day, start);
}

/** The whole text as a time. With nothing after it, the day may come last too. */
export function wholeTime(text: string, days: readonly DayForm[]): SaidTime | undefined {
  const said = eatTime(text, days);
  const after =
    said === undefined || said.day !== undefined ? undefined : eatOnDay(said.rest.replace(/^,?\s+/u, ''), days);
  const whole: SaidTime | undefined = said === undefined || after === undefined ? said : { ...said, ...after };
  return whole?.rest === '' && whole.until === undefined ? whole : undefined;
}

/** `on friday`, `May 7`. */
export function eatOnDay(text: string, days: readonly DayForm[]): ReturnType<typeof eatDay> {
  return eatDay(text.replace(/^on\s+/iu, ''), days);
}

function eatMoment(text: string, after: { readonly isIso: boolean; readonly isWhole: boolean }): Moment | undefined {
  const read = eatClock(text);
  if (read === undefined) {
    return undefined;
  }
  const zone = eatZone(read.rest, after.isIso && (after.isWhole || read.hasSeconds));
  return { ...read, offset: zone?.offset, rest: zone?.rest ?? read.rest };
}

/** The zone after a range counts for both of its ends; am or pm might, so there nothing is guessed. */
function withEnd(day: Day | undefined, start: Moment): SaidTime {
  const { clock, offset, rest } = start;
  const [dash, word = 'until'] = RANGE.exec(rest) ?? [];
  const end = dash === undefined ? undefined : eatMoment(rest.slice(dash.length), { isIso: false, isWhole: false });
  if (dash === undefined || end?.clock === undefined) {
    return { day, clock, offset, until: undefined, rest };
  }
  const typed = rest.slice(dash.length, rest.length - end.rest.length).trim();
  return {
    day,
    clock: end.hasHalf && !start.hasHalf ? undefined : clock,
    offset: offset ?? end.offset,
    until: `${word} ${typed}`,
    rest: end.rest,
  };
}
