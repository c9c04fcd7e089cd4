import { accept, type Result, refuse } from '../result.ts';
import {
  addMilliseconds,
  type CalendarDate,
  calendarDateAt,
  type Instant,
  instantOfWallClock,
  MINUTE,
  type TimeZone,
  UTC,
} from '../time.ts';
import { eatAgo } from './parse-ago.ts';
import { eatPastDay, eatTime, type SaidTime } from './parse-time.ts';

/** Where and when somebody speaks: what `14:10` and `tomorrow` mean depends on it. */
export interface Speaker {
  readonly now: Instant;
  readonly zone: TimeZone;
}

export interface UnparsableTime {
  readonly kind: 'unparsable-time';
  readonly text: string;
}

export interface WhenAndRest {
  /** Undefined where the text does not begin with a time. */
  readonly at: Instant | undefined;
  /** Where a range was typed, its end in words: `until 14:20`. Of an event only the beginning is its time. */
  readonly until: string | undefined;
  readonly rest: string;
}

/** Begins like a time, though in none of the forms that are read: somebody meant one. */
const MEANT_AS_TIME =
  /^(?:at\s+)?(\d{1,2}:\d\S*|\d{4}-\d{1,2}-\d\S*(?:\s+\d{1,2}:\S+)?|\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?\.?\s+\d{1,2}:\d\S*|\d{1,2}\s?[-–]\s?\d{1,2}(?::\d\d)?\s?[ap]m\b)/iu;

/** What people put between a time and the text. A dash before a number may be its sign, so it stays. */
const SEPARATOR = /^\s*(?:[-–—](?:\s+(?!\d)|$)|[:,;.](?:\s+|$)|,)?/u;

/**
 * `14:10 the pool is full` → that instant and the rest. Only forms that cannot be anything else are read as a time;
 * every other word belongs to the text. Days without a time of day, as in “May be DNS”, are just words.
 */
export function splitLeadingTime(text: string, speaker: Speaker): Result<WhenAndRest, UnparsableTime> {
  const trimmed = text.trim();
  const ago = eatAgo(trimmed);
  if (ago !== undefined) {
    const at = addMilliseconds(speaker.now, -ago.milliseconds);
    return accept({ at, until: undefined, rest: withoutSeparator(ago.rest) });
  }
  const said = eatTime(trimmed);
  if (said === undefined) {
    const meant = MEANT_AS_TIME.exec(trimmed)?.[1];
    return meant === undefined ? accept({ at: undefined, until: undefined, rest: trimmed }) : unparsable(meant);
  }
  const dayAfter = said.day === undefined ? eatDayAfter(said.rest) : undefined;
  const at = instantOf(said, speaker);
  if (at === undefined || dayAfter !== undefined) {
    return unparsable(trimmed.slice(0, trimmed.length - (dayAfter?.rest ?? said.rest).length));
  }
  return accept({ at, until: said.until, rest: withoutSeparator(said.rest) });
}

/** Reads the whole text as a time, `yesterday 18:20`. With nothing after it, the day may come last too. */
export function parseWhen(text: string, speaker: Speaker): Result<Instant, UnparsableTime> {
  const trimmed = text.trim();
  const ago = eatAgo(trimmed);
  if (ago?.rest === '') {
    return accept(addMilliseconds(speaker.now, -ago.milliseconds));
  }
  const said = eatTime(trimmed);
  const after = said === undefined || said.day !== undefined ? undefined : eatPastDay(said.rest.replace(/^,?\s+/u, ''));
  const whole = said === undefined || after === undefined ? said : { ...said, ...after };
  const at = whole?.rest === '' && whole.until === undefined ? instantOf(whole, speaker) : undefined;
  return at === undefined ? unparsable(trimmed) : accept(at);
}

/** “14:10 yesterday restarted”: whether that day belongs to the time or to the text, nobody can tell from here. */
function eatDayAfter(rest: string): ReturnType<typeof eatPastDay> {
  const [gap] = /^,?\s+(?=yesterday|on\s|\d{4}[-/])/iu.exec(rest) ?? [];
  return gap === undefined ? undefined : eatPastDay(rest.slice(gap.length));
}

/**
 * A time said with its zone is an instant as it stands, on that zone's own calendar. Otherwise it is what clocks on the
 * wall showed where the speaker is, on that day: the offset of now would be wrong across a change of the clocks.
 */
function instantOf({ day, clock, offset }: SaidTime, { now, zone }: Speaker): Instant | undefined {
  if (clock === undefined || offset === 'unclear') {
    return undefined;
  }
  const east = (offset ?? 0) * MINUTE;
  const today = offset === undefined ? calendarDateAt(now, zone) : calendarDateAt(addMilliseconds(now, east), UTC);
  const date = day === undefined ? today : day(today);
  if (date === undefined) {
    return undefined;
  }
  const wall = { ...partsOf(date), ...clock };
  const at = instantOfWallClock(wall, offset === undefined ? zone : UTC);
  return addMilliseconds(at, clock.millisecond - east);
}

function partsOf(date: CalendarDate): { readonly year: number; readonly month: number; readonly day: number } {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return { year, month, day };
}

function withoutSeparator(text: string): string {
  return text.replace(SEPARATOR, '').trim();
}

function unparsable(text: string): Result<never, UnparsableTime> {
  return refuse({ kind: 'unparsable-time', text });
}
