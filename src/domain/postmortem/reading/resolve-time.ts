import { addCalendarDays, type CalendarDate, HOUR, type Instant, millisecondsBetween, UTC } from '../../time.ts';
import { instantsOn } from '../../timeline/instants-on.ts';
import type { StatedTime } from '../check/stated-postmortem.ts';
import type { PostmortemSection } from '../postmortem.ts';
import { type DocumentCalendar, daysOf } from './document-calendar.ts';
import type { Mention } from './find-times.ts';

export interface ResolvedTime extends StatedTime {
  /** On its own zone's calendar. */
  readonly date: CalendarDate | undefined;
}

/** What was said before, that a time of day alone goes on from. */
export interface Before {
  readonly date: CalendarDate | undefined;
  readonly at: Instant | undefined;
  /** How much earlier than that this may be; more than that, and midnight has passed. */
  readonly slip: number;
}

/** A line of a timeline that stands in the wrong order is earlier by less. */
export const SLIP_OF_A_LINE = 6 * HOUR;

/** The instant that a mention means. A time of day alone is of the day before it, or of the next where midnight has passed. */
export function resolveTime(
  mention: Mention,
  place: { readonly section: PostmortemSection; readonly line: number },
  { calendar, before }: { readonly calendar: DocumentCalendar; readonly before: Before },
): ResolvedTime {
  const days = daysOf(mention, calendar);
  const said = {
    text: mention.text,
    place,
    hasDate: mention.day !== undefined,
    hasZone: mention.zone !== undefined || calendar.declaredZone !== undefined,
    isAmbiguous: days.length > 1,
    isEstimated: mention.isEstimated,
  };
  const date = mention.day === undefined ? before.date : days[0];
  const at = date === undefined ? undefined : instantOn(mention, date, calendar);
  const isNextDay =
    mention.day === undefined &&
    at !== undefined &&
    before.at !== undefined &&
    millisecondsBetween(at, before.at) > before.slip;
  if (date === undefined || !isNextDay) {
    return { ...said, date, at };
  }
  const nextDate = addCalendarDays(date, 1);
  return { ...said, date: nextDate, at: instantOn(mention, nextDate, calendar) };
}

function instantOn({ clock, zone }: Mention, date: CalendarDate, calendar: DocumentCalendar): Instant | undefined {
  const { place, offset = 0 } = zone ?? calendar.declaredZone ?? calendar.commonZone ?? IN_UTC;
  const [at] =
    clock === undefined
      ? []
      : instantsOn({ zone: place ?? UTC, offset: place === undefined ? offset : undefined }, date, clock);
  return at;
}

const IN_UTC = { place: undefined, offset: 0 };
