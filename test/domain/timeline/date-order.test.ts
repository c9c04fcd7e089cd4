import { describe, expect, it } from 'vitest';
import { dateOrderOf } from '../../../src/domain/timeline/date-order.ts';

describe('dateOrderOf', () => {
  it.each([
    ['en-US', 'month-first', 'month-first'],
    ['en-PH', 'month-first', 'month-first'],
    ['es-PR', 'month-first', 'month-first'],
    ['en-GB', 'day-first', 'day-first'],
    ['en-IN', 'day-first', 'day-first'],
    ['de-DE', 'day-first', 'day-first'],
    ['fr-FR', 'day-first', 'day-first'],
    ['pt-BR', 'day-first', 'day-first'],
    ['ar-SA', 'day-first', 'day-first'],
    ['sv-SE', 'year-first', 'day-first'],
    ['ja-JP', 'year-first', 'month-first'],
    ['ko-KR', 'year-first', 'month-first'],
    ['zh-TW', 'year-first', 'month-first'],
    ['fa-IR', 'year-first', 'month-first'],
  ])('of %s is %s, and without a year %s', (locale, withYear, without) => {
    expect(dateOrderOf(locale, { year: true })).toBe(withYear);
    expect(dateOrderOf(locale, { year: false })).toBe(without);
  });

  it('is that of the language where the country is none', () => {
    expect(dateOrderOf('es-LA', { year: true })).toBe('day-first');
  });

  it.each([undefined, '', 'en', 'en-XX', 'en-CA', 'fr-CA', 'en-ZA', 'xx-YY', 'xx', 'C', 'de_DE', 'no locale at all'])(
    'of %s is unknown',
    (locale) => {
      expect(dateOrderOf(locale, { year: true })).toBeUndefined();
      expect(dateOrderOf(locale, { year: false })).toBeUndefined();
    },
  );
});
