import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCalendarDays, type CalendarDate, type Instant, UTC } from '../../../src/domain/time.ts';
import { parseDay } from '../../../src/domain/timeline/parse-day.ts';
import { splitLeadingTime } from '../../../src/domain/timeline/parse-when.ts';

const now = '2024-08-15T18:30:00.000Z' as Instant;
const said = (text: string, locale?: string) => splitLeadingTime(`${text} restarted`, { now, zone: UTC, locale });
const at = (date: string) => `${date}T14:00:00.000Z`;

describe('a date in numbers', () => {
  it.each([
    ['5/7 14:00', 'en-US', '2024-05-07'],
    ['5/7 14:00', 'en-GB', '2024-07-05'],
    ['5/7 14:00', 'de-DE', '2024-07-05'],
    ['5/7 14:00', 'ja-JP', '2024-05-07'],
    ['on 5/7 at 2pm', 'en-US', '2024-05-07'],
    ['5/7, 14:00', 'en-GB', '2024-07-05'],
    ['07/05/2024 14:00', 'en-US', '2024-07-05'],
    ['07/05/2024 14:00', 'en-GB', '2024-05-07'],
    ['09-06-2024 14:00', 'en-GB', '2024-06-09'],
    ['06-09-2023 14:00', 'en-US', '2023-06-09'],
    ['7/5/24 14:00', 'en-US', '2024-07-05'],
    ['7/5/24 14:00', 'en-GB', '2024-05-07'],
    ['24/05/07 14:00', 'ja-JP', '2024-05-07'],
    ['23/05/24 14:00', 'en-GB', '2024-05-23'],
    ['24-05-07 14:00', 'sv-SE', '2024-05-07'],
    ['5/7 14:00', 'sv-SE', '2024-07-05'],
    ['5. 7. 14:00', 'ko-KR', '2024-05-07'],
  ])('is read after the locale: %s by %s', (text, locale, date) => {
    expect(said(text, locale)).toMatchObject({ ok: true, value: { at: at(date), rest: 'restarted' } });
  });

  it.each([
    ['5/13 14:00', '2024-05-13'],
    ['13/5 14:00', '2024-05-13'],
    ['13/05/2024 14:00', '2024-05-13'],
    ['05-13-2024 14:00', '2024-05-13'],
    ['5/5 14:00', '2024-05-05'],
    ['05/05/2023 14:00', '2023-05-05'],
    ['7.5. 14:00', '2024-05-07'],
    ['7.5.2024 14:00', '2024-05-07'],
    ['07.05.2024, 14:00', '2024-05-07'],
    ['7. 5. 2024 14:00', '2024-05-07'],
    ['7. 5. 14:00', '2024-05-07'],
    ['7.5.24 14:00', '2024-05-07'],
    ['29.2.2024 14:00', '2024-02-29'],
  ])('that can be no other is read so by everybody: %s', (text, date) => {
    for (const locale of ['en-US', 'en-GB', 'fr-CA', undefined]) {
      expect(said(text, locale)).toMatchObject({ ok: true, value: { at: at(date), rest: 'restarted' } });
    }
  });

  it.each([
    ['5/7 14:00', undefined, ['2024-07-05', '2024-05-07']],
    ['5/7 14:00', 'en-CA', ['2024-07-05', '2024-05-07']],
    ['07/05/2024 14:00', undefined, ['2024-05-07', '2024-07-05']],
    ['09-06-2023 14:00', undefined, ['2023-06-09', '2023-09-06']],
    ['7/5/24 14:00', undefined, ['2024-05-07', '2024-07-05']],
    ['6/9 14:00', undefined, ['2024-06-09']],
    ['07/05/2024 14:00', 'ja-JP', ['2024-05-07', '2024-07-05']],
    ['7/5/24 14:00', 'ja-JP', ['2024-05-07', '2024-07-05']],
    ['24/05/07 14:00', 'en-GB', ['2007-05-24', '2024-05-07']],
    ['24.05.07 14:00', 'de-DE', ['2007-05-24', '2024-05-07']],
  ])('that can be several is asked for: %s by %s', (text, locale, dates) => {
    expect(said(text, locale)).toMatchObject({
      ok: false,
      refusal: { kind: 'unclear-time', text, why: 'ambiguous', readings: dates.map(at), rest: 'restarted' },
    });
  });

  it.each([
    ['9/6 14:00', 'en-US', '2024-06-09'],
    ['6/9 14:00', 'en-GB', '2024-06-09'],
    ['06/09/2024 14:00', 'en-GB', '2024-06-09'],
  ])('that is still to come, and would be over in the other order, is asked for: %s by %s', (text, locale, date) => {
    expect(said(text, locale)).toMatchObject({
      ok: false,
      refusal: { kind: 'unclear-time', text, why: 'to-come', readings: [at(date)], rest: 'restarted' },
    });
  });

  it.each([
    ['10/9 14:00', 'en-US', '2024-10-09'],
    ['1.9. 14:00', 'en-US', '2024-09-01'],
    ['16/8 14:00', undefined, '2024-08-16'],
  ])('that is to come in every order is handed on as such: %s by %s', (text, locale, date) => {
    expect(said(text, locale)).toMatchObject({ ok: true, value: { at: at(date) } });
  });

  it.each(['31/4 14:00', '13/13 14:00', '0/5 14:00', '29/02/2023 14:00', '5.13. 14:00', '24/5/7 14:00', '7.5 14:00'])(
    'that no calendar has, or in another form, is refused: %s',
    (text) => {
      for (const locale of ['en-US', 'en-GB', undefined]) {
        expect(said(text, locale)).toMatchObject({ ok: false, refusal: { kind: 'unparsable-time' } });
      }
    },
  );
});

const LOCALES = [
  ...['en-US', 'en-PH', 'es-PR', 'en-GB', 'en-AU', 'en-IN', 'en-IE', 'de-DE', 'de-CH', 'fr-FR', 'es-ES', 'es-LA'],
  ...['it-IT', 'pt-BR', 'nl-NL', 'pl-PL', 'tr-TR', 'da-DK', 'fi-FI', 'ja-JP', 'zh-CN', 'ko-KR', 'hu-HU', 'sv-SE'],
];
const WITHOUT_YEAR = { day: 'numeric', month: 'numeric' } as const;
const FORMATS: readonly Intl.DateTimeFormatOptions[] = [
  WITHOUT_YEAR,
  { ...WITHOUT_YEAR, year: 'numeric' },
  { day: '2-digit', month: '2-digit', year: '2-digit' },
];

describe('whoever writes a date in numbers as is usual where they live', () => {
  it('is understood, asked or refused, never misunderstood', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LOCALES),
        fc.constantFrom(...FORMATS),
        fc.integer({ min: 1, max: 170 }),
        (locale, format, daysAgo) => {
          const date = addCalendarDays('2024-08-15' as CalendarDate, -daysAgo);
          const typed = new Intl.DateTimeFormat(locale, { ...format, timeZone: 'UTC' }).format(new Date(at(date)));
          const read = said(`${typed} 14:00`, locale);
          if (read.ok) {
            expect({ typed, at: read.value.at }).toEqual({ typed, at: at(date) });
          } else if (read.refusal.kind === 'unclear-time') {
            expect(read.refusal.readings).toContain(at(date));
          }
        },
      ),
      { numRuns: 3_000 },
    );
  });
});

describe('a date in numbers and dots, without its year, by which something is due', () => {
  const today = '2024-05-02' as CalendarDate;

  it.each([
    ['05.06.', 'de-DE', '2024-06-05'],
    ['13.05.', 'de-DE', '2024-05-13'],
    ['05.13.', 'de-DE', undefined],
    ['05.06.', 'hu-HU', '2024-05-06'],
    ['05. 06.', 'hu-HU', '2024-05-06'],
    ['05.13.', 'hu-HU', '2024-05-13'],
    ['5. 6.', 'ko-KR', '2024-05-06'],
    ['05.01.', 'ko-KR', '2025-05-01'],
    ['05.06.', 'en-US', undefined],
  ])('is read after the locale: %s by %s', (text, locale, date) => {
    expect(parseDay(text, { today, locale })).toBe(date);
  });

  it('is understood or not, never misunderstood, where it is written as is usual there', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LOCALES), fc.integer({ min: 0, max: 364 }), (locale, daysAhead) => {
        const date = addCalendarDays(today, daysAhead);
        const typed = new Intl.DateTimeFormat(locale, { ...WITHOUT_YEAR, timeZone: 'UTC' }).format(new Date(at(date)));
        expect([date, undefined]).toContain(parseDay(typed, { today, locale }));
      }),
      { numRuns: 3_000 },
    );
  });
});
