import { type Day, type DayForm, eatDay } from '../../timeline/days.ts';
import { type Clock, eatClock } from '../../timeline/parse-clock.ts';
import { dateForms } from '../../timeline/parse-date.ts';
import { NUMERIC_DATES, NUMERIC_DATES_WITH_YEAR } from '../../timeline/parse-numeric-date.ts';
import { eatSaidZone, type SaidZone } from './said-zone.ts';

/** A day, a time of day or both, as a document mentions them. */
export interface Mention {
  readonly text: string;
  /** Where in the line it begins and ends. */
  readonly start: number;
  readonly end: number;
  readonly day: Day | undefined;
  readonly clock: Clock | undefined;
  readonly hasHalf: boolean;
  readonly zone: SaidZone | undefined;
  readonly isEstimated: boolean;
  /** Whether it ends what the mention before it began: `14:00 – 15:30`. */
  readonly isRangeEnd: boolean;
}

/** `June 8`, `2024-06-08`, `8.6.2024`, and `8/6` where a time of day follows: alone it is a fraction. */
const DAYS_OF_A_CLOCK: readonly DayForm[] = dateForms('back');
const DAYS = DAYS_OF_A_CLOCK.filter((form) => NUMERIC_DATES_WITH_YEAR.includes(form) || !NUMERIC_DATES.includes(form));
const START =
  /(?<![\p{L}\p{N}_:/.+-])(?:\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?=[a-z]{0,7}\.?\s{1,3}\d))/gu;
const BETWEEN_DAY_AND_CLOCK = /^(?:T(?=\d)|[\s,.;@|–—-]{1,4}(?:(?:at|around|about)\s{1,3}|~\s?)?)/iu;
const BETWEEN_CLOCK_AND_DAY = /^[\s,(]{1,3}(?:on\s{1,3})?/iu;
const RANGE = /^\s{0,3}(?:[-–—]|(?:to|until|till|through|and)(?=\s))\s{0,3}/iu;
/** The same time once more in UTC, as our own drafts tell it. */
const IN_UTC = /^\s{0,2}\((?:\d{4}-\d\d-\d\d )?\d\d:\d\d UTC\)/u;
const ESTIMATED_BEFORE = /(?:approximately|approx\.?|about|around|roughly|circa|ca\.|estimated(?: at)?|[~≈])\s{0,3}$/iu;
const ESTIMATED_AFTER = /^,? \(?(?:estimated|approximately|approx\.?)(?!\p{L}|\s{0,3}\d)/iu;
/** `May 8, 2024: …` */
const YEAR_AND_COLON = /^([\p{L}\d]{1,9}\.?\s{1,2}(?:of\s)?[\p{L}\d]{1,9}\.?,?\s{1,2}\d{4}):(?!\d)/u;
/** `14h05`, of the same length as it is with a colon. */
const LETTERED = /^(\d{1,2})h(\d\d)(?![\p{L}\p{N}])/iu;
/** Elsewhere it is how long something took. */
const BEFORE_LETTERED = /(?:^|(?<!\p{L})(?:at|from|since|until|till|between|à|de)\s{1,3})$/iu;
const LONGEST_MENTION = 80;

/** Every day and time that a line mentions, in its order. */
export function findTimes(line: string): readonly Mention[] {
  const found: Mention[] = [];
  START.lastIndex = 0;
  for (let match = START.exec(line); match !== null; match = START.exec(line)) {
    const mention = mayBeLength(line, match.index) ? undefined : mentionAt(line, match.index);
    if (mention !== undefined) {
      found.push(mention, ...rangeEnd(line, mention));
      START.lastIndex = Math.max(found.at(-1)?.end ?? 0, match.index + 1);
    }
  }
  return found;
}

function mayBeLength(line: string, start: number): boolean {
  return (
    LETTERED.test(line.slice(start, start + 6)) && !BEFORE_LETTERED.test(line.slice(Math.max(0, start - 10), start))
  );
}

function rangeEnd(line: string, { end }: Mention): readonly Mention[] {
  const [dash] = RANGE.exec(line.slice(end, end + LONGEST_MENTION)) ?? [];
  const mention = dash === undefined ? undefined : mentionAt(line, end + dash.length);
  return mention?.clock === undefined ? [] : [{ ...mention, isRangeEnd: true }];
}

/** The one that begins right there. */
export function mentionAt(line: string, start: number): Mention | undefined {
  const text = line.slice(start, start + LONGEST_MENTION).replace(YEAR_AND_COLON, '$1 ');
  const said = eatMoment(text);
  if (said === undefined) {
    return undefined;
  }
  const rest = said.rest.slice(IN_UTC.exec(said.rest)?.[0].length ?? 0);
  const length = text.length - rest.length;
  return {
    ...said.moment,
    text: text.slice(0, text.length - said.rest.length).trim(),
    start,
    end: start + length,
    isEstimated: ESTIMATED_BEFORE.test(line.slice(Math.max(0, start - 20), start)) || ESTIMATED_AFTER.test(rest),
    isRangeEnd: false,
  };
}

type Moment = Pick<Mention, 'day' | 'clock' | 'hasHalf' | 'zone'>;

interface MomentAndRest {
  readonly moment: Moment;
  readonly rest: string;
}

function eatMoment(text: string): MomentAndRest | undefined {
  const timed = eatDayAndClock(text);
  if (timed !== undefined) {
    return timed;
  }
  const day = eatDay(text, DAYS);
  return day === undefined
    ? eatClockAndDay(text)
    : { moment: { day: day.day, clock: undefined, hasHalf: false, zone: undefined }, rest: day.rest };
}

function eatDayAndClock(text: string): MomentAndRest | undefined {
  const day = eatDay(text, DAYS_OF_A_CLOCK);
  const [gap] = (day === undefined ? null : BETWEEN_DAY_AND_CLOCK.exec(day.rest)) ?? [];
  const timed =
    day === undefined || gap === undefined
      ? undefined
      : eatClockAndZone(day.rest.slice(gap.length), /^\d{4}/u.test(text));
  return timed === undefined ? undefined : { moment: { ...timed.moment, day: day?.day }, rest: timed.rest };
}

function eatClockAndDay(text: string): MomentAndRest | undefined {
  const timed = eatClockAndZone(text, false);
  const [gap] = (timed === undefined || IN_UTC.test(timed.rest) ? null : BETWEEN_CLOCK_AND_DAY.exec(timed.rest)) ?? [];
  const day = timed === undefined || gap === undefined ? undefined : eatDay(timed.rest.slice(gap.length), DAYS);
  return timed === undefined || day === undefined
    ? timed
    : { moment: { ...timed.moment, day: day.day }, rest: day.rest };
}

function eatClockAndZone(text: string, isPrinted: boolean): MomentAndRest | undefined {
  const read = eatClock(text.replace(LETTERED, '$1:$2'));
  if (read?.clock === undefined) {
    return undefined;
  }
  const zone = eatSaidZone(read.rest, isPrinted);
  const moment = { day: undefined, clock: read.clock, hasHalf: read.hasHalf, zone: zone?.zone };
  return { moment, rest: zone?.rest ?? read.rest };
}
