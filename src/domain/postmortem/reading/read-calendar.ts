import type { CalendarDate, Instant } from '../../time.ts';
import { calendarOf, type DocumentCalendar, daysOf } from './document-calendar.ts';
import { findTimes } from './find-times.ts';
import type { Sections } from './read-sections.ts';
import { type Role, SECTION_OF_ROLE } from './role.ts';
import { eatSaidZone, type SaidZone } from './said-zone.ts';

export interface CalendarAndDay {
  readonly calendar: DocumentCalendar;
  /** The day that the document is about. */
  readonly day: CalendarDate | undefined;
}

/** Where the day of an incident is said, the likeliest first. */
const DAY_TOLD: readonly (readonly (Role | undefined)[])[] = [
  ['start', 'duration'],
  ['summary', 'title', undefined],
  ['timeline', 'customer-impact', 'end'],
];

export function readCalendar({ told, titles }: Sections, checkedAt: Instant): CalendarAndDay {
  const lines = [
    ...titles.map(({ role, piece }) => ({ role, text: piece.text })),
    ...told.flatMap(({ role, block }) => block.pieces.map(({ text }) => ({ role, text }))),
  ];
  const mentions = lines.flatMap(({ role, text }) => findTimes(text).map((mention) => ({ role, mention })));
  const heads = told.flatMap(({ block }) => (block.kind === 'row' ? [block.columns.join(' ')] : []));
  const calendar = calendarOf(
    mentions.map(({ mention }) => mention),
    { declaredZone: declaredZone([...lines.map(({ text }) => text), ...new Set(heads)]), checkedAt },
  );
  const dated = mentions.filter(({ mention }) => mention.day !== undefined);
  const likely = DAY_TOLD.map((roles) => dated.find(({ role }) => roles.includes(role)));
  const otherwise = dated.find(({ role }) => role === undefined || SECTION_OF_ROLE[role] !== 'action-items');
  const found = likely.find((mention) => mention !== undefined) ?? otherwise;
  return { calendar, day: found === undefined ? undefined : daysOf(found.mention, calendar)[0] };
}

const OF_TIMES = /(?<!\p{L})(?:times?|timeline|timestamps?|time ?zone)(?!\p{L})/iu;
const ZONE_NAME = /(?<![\p{L}\p{N}])(?=\p{Lu}{2,4}(?:[\s)\]+−.-]|$)|\p{Lu}\p{L}+\/\p{Lu})/gu;
const LONGEST_DECLARATION = 120;

/** `All times are UTC`, `Timeline (GMT+3)`: a zone that is named beside no time of day. */
function declaredZone(lines: readonly string[]): SaidZone | undefined {
  for (const line of lines) {
    if (
      line.length <= LONGEST_DECLARATION &&
      OF_TIMES.test(line) &&
      findTimes(line).every(({ clock }) => clock === undefined)
    ) {
      const zones = [...line.matchAll(ZONE_NAME)].flatMap(({ index }) => eatSaidZone(line.slice(index), false) ?? []);
      const [first] = zones;
      if (first !== undefined) {
        return first.zone;
      }
    }
  }
  return undefined;
}
