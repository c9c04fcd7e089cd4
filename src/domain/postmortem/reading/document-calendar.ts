import { type CalendarDate, calendarDateAt, type Instant, UTC } from '../../time.ts';
import type { Mention } from './find-times.ts';
import type { SaidZone } from './said-zone.ts';

/** How a document writes days and times, by what it says elsewhere. */
export interface DocumentCalendar {
  /** Of `09-06-2024`; undefined where nothing in the document tells. */
  readonly order: DayOrder | undefined;
  /** What a day without its year is near to. */
  readonly today: CalendarDate;
  /** In which all times are that name no other, as the document says. */
  readonly declaredZone: SaidZone | undefined;
  /** The only one that it ever names. */
  readonly commonZone: SaidZone | undefined;
  readonly checkedAt: Instant;
}

type DayOrder = 'day-first' | 'month-first';

const NUMBERS = /^(\d\d?)([-/])(\d\d?)\2\d{2,4}/u;
const AMERICAN_ZONE = /^(?:[ECMP][SD]?T|AKST|AKDT|HST)$/u;
/** So far east nobody puts the month first. */
const EASTERN_ZONE = /^(?:(?:UTC|GMT)\s?\+|CES?T|EES?T|EAT|SAST|MSK|SGT|HKT|JST|KST|AE[SD]T|NZ[SD]T|BST|IST)/u;

/** The locales by which the forms of dates know the two orders. */
const LOCALES: Readonly<Record<DayOrder, string>> = { 'day-first': 'en-GB', 'month-first': 'en-US' };

export function calendarOf(
  mentions: readonly Mention[],
  said: { readonly declaredZone: SaidZone | undefined; readonly checkedAt: Instant },
): DocumentCalendar {
  const now = calendarDateAt(said.checkedAt, UTC);
  const order =
    orderByNumbers(mentions) ?? orderByNamedDays(mentions, now) ?? orderByZones(mentions, said.declaredZone);
  const unsure: DocumentCalendar = { ...said, order, today: now, commonZone: commonZone(mentions) };
  const dated = mentions.find(({ text }) => /(?<!\d)\d{4}(?!\d)/u.test(text));
  return { ...unsure, today: (dated === undefined ? undefined : daysOf(dated, unsure)[0]) ?? now };
}

/** Which days a mention may mean: more than one where nobody can tell, those that are over first. */
export function daysOf(
  { day }: Pick<Mention, 'day'>,
  { order, today, checkedAt }: Pick<DocumentCalendar, 'order' | 'today' | 'checkedAt'>,
): readonly CalendarDate[] {
  const locale = order === undefined ? undefined : LOCALES[order];
  const meant = day?.({ today, locale }).meant ?? [];
  const now = calendarDateAt(checkedAt, UTC);
  return [...meant.filter((date) => date <= now), ...meant.filter((date) => date > now)];
}

/** A number above 12 is no month. */
function orderByNumbers(mentions: readonly Mention[]): DayOrder | undefined {
  const orders = mentions.flatMap(({ text }): readonly DayOrder[] => {
    const [, first, , second] = NUMBERS.exec(text) ?? [];
    const [isDayFirst, isMonthFirst] = [Number(first) > 12, Number(second) > 12];
    return isDayFirst === isMonthFirst ? [] : [isDayFirst ? 'day-first' : 'month-first'];
  });
  return onlyOne(orders);
}

/** A day that is written out too, or as `2024-06-09`, tells how it is meant in numbers. */
function orderByNamedDays(mentions: readonly Mention[], now: CalendarDate): DayOrder | undefined {
  const isNumbers = ({ text }: Mention) => NUMBERS.test(text);
  const daysIn = (mention: Mention, locale: string) => mention.day?.({ today: now, locale }).meant ?? [];
  const named = new Set(
    mentions.filter((mention) => !isNumbers(mention)).flatMap((mention) => daysIn(mention, 'en-GB')),
  );
  const orders = mentions
    .filter(isNumbers)
    .flatMap((mention) =>
      (['day-first', 'month-first'] as const).filter((order) =>
        daysIn(mention, LOCALES[order]).some((day) => named.has(day)),
      ),
    );
  return onlyOne(orders);
}

function orderByZones(mentions: readonly Mention[], declared: SaidZone | undefined): DayOrder | undefined {
  const names = [...mentions.map(({ zone }) => zone?.name), declared?.name].filter((name) => name !== undefined);
  const orders = names.flatMap((name): readonly DayOrder[] => {
    if (AMERICAN_ZONE.test(name)) {
      return ['month-first'];
    }
    return EASTERN_ZONE.test(name) ? ['day-first'] : [];
  });
  return onlyOne(orders);
}

function commonZone(mentions: readonly Mention[]): SaidZone | undefined {
  const zones = mentions.flatMap(({ zone }) => zone ?? []);
  const [first] = zones;
  return zones.every(({ offset, name }) => offset === first?.offset && (offset !== undefined || name === first?.name))
    ? first
    : undefined;
}

function onlyOne<Value>(values: readonly Value[]): Value | undefined {
  const different = new Set(values);
  return different.size === 1 ? values[0] : undefined;
}
