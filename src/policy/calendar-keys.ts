import { z } from 'zod';
import { partsOfCountry } from '../calendars/public-holidays.ts';
import type { CalendarPolicy } from '../domain/policy.ts';
import { Day } from './day.ts';
import { defaultPolicy } from './default-policy.ts';
import { oneOf } from './scalars.ts';
import { TimeZoneName } from './time-zone-name.ts';
import { WorkingDays } from './working-days.ts';

const WRITE_COUNTRY =
  'Write the two letters of a country, such as DE, or of a part of it whose holidays differ, such as DE-BE.';

const Country = z.string(WRITE_COUNTRY).transform((place, context) => {
  const problem = problemOf(place);
  if (problem !== undefined) {
    context.addIssue(problem);
    return z.NEVER;
  }
  return place;
});

function problemOf(place: string): string | undefined {
  const [country = '', part, ...rest] = place.split('-');
  const parts = /^[A-Z]{2}$/u.test(country) && rest.length === 0 ? partsOfCountry(country) : undefined;
  if (parts === undefined) {
    return WRITE_COUNTRY;
  }
  if (part === undefined || parts.includes(part)) {
    return undefined;
  }
  const places = parts.map((name) => `${country}-${name}`);
  return places.length === 0
    ? `Write ${country}: it has no parts here.`
    : `Write ${oneOf([country, ...places], place)}.`;
}

const CalendarKeys = z
  .strictObject(
    {
      zones: z
        .array(
          TimeZoneName,
          'Write time zones in brackets, such as [Europe/Berlin], or delete this line for all others.',
        )
        .min(1),
      working_days: WorkingDays,
      country: Country,
      holidays: z.array(Day, 'Write days in brackets: [2026-12-24, 2026-12-31].'),
    },
    'Write zones, working_days, country and holidays below "- ", each of which may be left out.',
  )
  .partial();

export const Calendars = z.array(CalendarKeys, 'Write one calendar below this line: "  - country: DE".').min(1);

export function toCalendars(written: z.output<typeof Calendars> | undefined): readonly CalendarPolicy[] {
  const calendars = written?.map(
    ({ zones = [], working_days: workingDays = [1, 2, 3, 4, 5], country, holidays = [] }): CalendarPolicy => ({
      zones,
      workingDays,
      country,
      holidays,
    }),
  );
  return calendars ?? defaultPolicy.calendars;
}
