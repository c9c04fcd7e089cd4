import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, type Instant, instant, type TimeZone } from '../../../src/domain/time.ts';
import { parseLog } from '../../../src/domain/timeline/parse-log.ts';
import { parseWhen, splitLeadingTime } from '../../../src/domain/timeline/parse-when.ts';

/** A Sunday, 14:00 in UTC. */
const utc = { now: '2024-06-09T14:00:00.000Z' as Instant, zone: 'UTC' as TimeZone, locale: undefined };
const addis = { ...utc, zone: 'Africa/Addis_Ababa' as TimeZone };
const auckland = { ...utc, zone: 'Pacific/Auckland' as TimeZone };
/** The clocks went back from 03:00 to 02:00 on 27 October, at 01:00 UTC. */
const berlin = { ...utc, now: '2024-10-27T09:00:00.000Z' as Instant, zone: 'Europe/Berlin' as TimeZone };

describe('a time that is still to come', () => {
  it.each([
    ['18:20', utc, '2024-06-08T18:20:00.000Z'],
    ['6:20 PM', addis, '2024-06-08T15:20:00.000Z'],
    ['at 18:20 UTC', addis, '2024-06-08T18:20:00.000Z'],
    ['18:20 UTC+3', utc, '2024-06-08T15:20:00.000Z'],
    ['02:10', auckland, '2024-06-08T14:10:00.000Z'],
    ['sunday 18:20', utc, '2024-06-02T18:20:00.000Z'],
    ['18:20-18:40', utc, '2024-06-08T18:20:00.000Z'],
  ])('is asked for where it was without a day, or on a weekday: %s', (text, speaker, reading) => {
    expect(parseLog(`${text} mitigation: restarted`, speaker)).toMatchObject({
      ok: false,
      refusal: { kind: 'unclear-time', text, why: 'to-come', readings: [reading], logged: { kind: 'mitigation' } },
    });
  });

  it.each([
    ['today 18:20', '2024-06-09T18:20:00.000Z'],
    ['tomorrow 14:00', '2024-06-10T14:00:00.000Z'],
    ['next friday at 6pm', '2024-06-14T18:00:00.000Z'],
    ['June 21 14:00', '2024-06-21T14:00:00.000Z'],
    ['2024-06-10 14:00', '2024-06-10T14:00:00.000Z'],
  ])('is handed on as such where it can be no other: %s', (text, at) => {
    expect(splitLeadingTime(`${text} restarted`, utc)).toMatchObject({ ok: true, value: { at, rest: 'restarted' } });
  });

  it('is one only when clocks that differ a little are allowed for', () => {
    expect(splitLeadingTime('14:01 x', utc)).toMatchObject({ value: { at: '2024-06-09T14:01:00.000Z' } });
    expect(splitLeadingTime('14:01:01 x', utc)).toMatchObject({ refusal: { why: 'to-come' } });
  });

  it('takes the day before from the calendar, not 24 hours', () => {
    const spring = { ...berlin, now: '2024-03-31T10:00:00.000Z' as Instant };
    expect(parseWhen('18:20', spring)).toMatchObject({ refusal: { readings: ['2024-03-30T17:20:00.000Z'] } });
    expect(parseWhen('18:20', berlin)).toMatchObject({ refusal: { readings: ['2024-10-26T16:20:00.000Z'] } });
  });
});

describe('a time that happened twice, as clocks went back', () => {
  const [first, second] = ['2024-10-27T00:30:00.000Z', '2024-10-27T01:30:00.000Z'];

  it.each(['2:30', 'today 2:30', 'sunday 2:30 AM', '27/10 02:30', '2024-10-27 02:30'])('is asked for: %s', (text) => {
    expect(parseWhen(text, berlin)).toMatchObject({ refusal: { why: 'ambiguous', readings: [first, second] } });
  });

  it.each([
    ['2:30 CEST', first],
    ['2:30 UTC+1', second],
    ['1:30', '2024-10-26T23:30:00.000Z'],
    ['3:30', '2024-10-27T02:30:00.000Z'],
  ])('is none with its zone, and neither is the hour beside it: %s', (text, at) => {
    expect(parseWhen(text, berlin)).toEqual({ ok: true, value: at });
  });

  it('is the first where the second is still to come', () => {
    const between = { ...berlin, now: '2024-10-27T00:40:00.000Z' as Instant };
    expect(parseWhen('2:30', between)).toEqual({ ok: true, value: first });
  });
});

describe('what may be meant', () => {
  const text = fc.constantFrom('18:20', '5/7 14:00', '12/11 2:30', 'sunday 23:59', '07/05/24 14:00', '6.9. 14:00 UTC');
  const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Pacific/Auckland', 'Asia/Kolkata');
  const day = fc.integer({ min: 0, max: 3 * 366 * 24 });

  it('is over, and no time twice', () => {
    fc.assert(
      fc.property(text, zone, fc.constantFrom('en-US', 'en-GB', undefined), day, (typed, name, locale, hours) => {
        const now = instant(Date.parse('2023-01-01T00:00:00Z') + (hours * DAY) / 24);
        const read = parseWhen(typed, { now, zone: name as TimeZone, locale });
        if (read.ok || read.refusal.kind !== 'unclear-time') {
          return;
        }
        const { readings } = read.refusal;
        expect(readings.length).toBeGreaterThan(0);
        expect(new Set(readings).size).toBe(readings.length);
        expect(readings.filter((at) => Date.parse(at) > Date.parse(now) + 60_000)).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});
