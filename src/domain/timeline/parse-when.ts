import { casual, type ParsedComponents, type ParsedResult } from 'chrono-node';
import { accept, type Result, refuse } from '../result.ts';
import { type CalendarDate, formatInZone, type Instant, instant, instantOfWallClock, type TimeZone } from '../time.ts';

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
  readonly rest: string;
}

/** Begins like a clock time or an ISO date: somebody meant a time even where none can be read. */
const MEANT_AS_TIME = /^(?:at\s+)?(\d{1,2}:\d\S*|\d{4}-\d{1,2}-\d\S*(?:\s+\d{1,2}:\S+)?)/iu;

/** `14:10 the pool is full` → that instant and the rest. Days without a time of day, as in “May be DNS”, are just words. */
export function splitLeadingTime(text: string, speaker: Speaker): Result<WhenAndRest, UnparsableTime> {
  const trimmed = text.trim();
  const [found] = parse(trimmed, speaker);
  if (found !== undefined && found.index === 0 && found.start.isCertain('hour')) {
    const rest = trimmed.slice(found.text.length).replace(/^\s*(?:[-–—:,]\s+|,)?/u, '');
    return accept({ at: toInstant(found.start, speaker.zone), rest: rest.trim() });
  }
  const meant = MEANT_AS_TIME.exec(trimmed)?.[1];
  return meant === undefined
    ? accept({ at: undefined, rest: trimmed })
    : refuse({ kind: 'unparsable-time', text: meant });
}

/** Reads the whole text as a time, `yesterday 18:20`. */
export function parseWhen(text: string, speaker: Speaker): Result<Instant, UnparsableTime> {
  const trimmed = text.trim();
  const [found] = parse(trimmed, speaker);
  if (found === undefined || found.text !== trimmed || !found.start.isCertain('hour')) {
    return refuse({ kind: 'unparsable-time', text: trimmed });
  }
  return accept(toInstant(found.start, speaker.zone));
}

/** Reads the whole text as a day, from today on where that is open: `friday`, `2024-05-14`, `May 21`. */
export function parseDay(text: string, speaker: Speaker): CalendarDate | undefined {
  const trimmed = text.trim();
  const [found] = parse(trimmed, speaker, { forwardDate: true });
  if (found === undefined || found.text !== trimmed) {
    return undefined;
  }
  const { start } = found;
  const [year, month, day] = [start.get('year'), start.get('month'), start.get('day')];
  const date = [year, month, day].map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
  return date as CalendarDate;
}

function parse(text: string, speaker: Speaker, option?: { readonly forwardDate: boolean }): ParsedResult[] {
  const offsetMinutes = offsetAt(speaker);
  return casual.parse(text, { instant: new Date(speaker.now), timezone: offsetMinutes }, option);
}

/** chrono counts minutes east of UTC. */
function offsetAt({ now, zone }: Speaker): number {
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d\d):(\d\d)$/u.exec(formatInZone(now, zone, 'xxx')) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/**
 * A time said with its zone, or relative to now, is an instant as it stands. Otherwise it is what clocks on the wall
 * showed where the speaker is, on that day: the offset of now would be wrong across a change of the clocks.
 */
function toInstant(start: ParsedComponents, zone: TimeZone): Instant {
  if (start.isCertain('timezoneOffset')) {
    return instant(start.date());
  }
  return instantOfWallClock(
    {
      year: start.get('year') ?? 0,
      month: start.get('month') ?? 1,
      day: start.get('day') ?? 1,
      hour: start.get('hour') ?? 0,
      minute: start.get('minute') ?? 0,
      second: start.get('second') ?? 0,
    },
    zone,
  );
}
