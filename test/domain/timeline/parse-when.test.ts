import { describe, expect, it } from 'vitest';
import type { Instant, TimeZone } from '../../../src/domain/time.ts';
import { parseDay, parseWhen, splitLeadingTime } from '../../../src/domain/timeline/parse-when.ts';

const utc = { now: '2024-06-09T18:30:00.000Z' as Instant, zone: 'UTC' as TimeZone };
const addis = { ...utc, zone: 'Africa/Addis_Ababa' as TimeZone };

describe('splitLeadingTime', () => {
  it.each([
    ['14:10 the pool is full', utc, '2024-06-09T14:10:00.000Z', 'the pool is full'],
    ['14:10 the pool is full', addis, '2024-06-09T11:10:00.000Z', 'the pool is full'],
    ['14:10 UTC the pool is full', addis, '2024-06-09T14:10:00.000Z', 'the pool is full'],
    ['6:20 PM GMT+3 bookings fail', utc, '2024-06-09T15:20:00.000Z', 'bookings fail'],
    ['at 14:10, restarted', utc, '2024-06-09T14:10:00.000Z', 'restarted'],
    ['10m ago restarted', addis, '2024-06-09T18:20:00.000Z', 'restarted'],
    ['yesterday 18:20 - first report', addis, '2024-06-08T15:20:00.000Z', 'first report'],
    ['2024-05-07T14:00:00Z reports', addis, '2024-05-07T14:00:00.000Z', 'reports'],
    ['2024-05-07 14:00 UTC mitigation: restart', addis, '2024-05-07T14:00:00.000Z', 'mitigation: restart'],
    ['14:10', utc, '2024-06-09T14:10:00.000Z', ''],
  ] as const)('reads the time of %j', (text, speaker, at, rest) => {
    expect(splitLeadingTime(text, speaker)).toEqual({ ok: true, value: { at, rest } });
  });

  it.each(['May be DNS', 'Sat for ten minutes', '5 users report errors', 'friday we deployed', ''])(
    'leaves %j as words',
    (text) => {
      expect(splitLeadingTime(text, utc)).toEqual({ ok: true, value: { at: undefined, rest: text } });
    },
  );

  it.each([
    ['25:99 restarted', '25:99'],
    ['14:7x restarted', '14:7x'],
    ['2024-13-45 10:00 restarted', '2024-13-45 10:00'],
  ])('refuses %j, which was meant as a time', (text, meant) => {
    expect(splitLeadingTime(text, utc)).toEqual({ ok: false, refusal: { kind: 'unparsable-time', text: meant } });
  });

  it('reads a wall clock by the offset of its own day, across a change of the clocks', () => {
    const berlin = { now: '2024-03-31T10:00:00.000Z' as Instant, zone: 'Europe/Berlin' as TimeZone };

    expect(splitLeadingTime('yesterday 18:20 x', berlin)).toMatchObject({ value: { at: '2024-03-30T17:20:00.000Z' } });
    expect(splitLeadingTime('11:00 x', berlin)).toMatchObject({ value: { at: '2024-03-31T09:00:00.000Z' } });
  });

  it('takes today from the speaker’s calendar, not from UTC', () => {
    const auckland = { now: '2024-06-09T18:30:00.000Z' as Instant, zone: 'Pacific/Auckland' as TimeZone };

    expect(splitLeadingTime('06:00 x', auckland)).toMatchObject({ value: { at: '2024-06-09T18:00:00.000Z' } });
  });
});

describe('parseWhen', () => {
  it('reads the whole text or nothing', () => {
    expect(parseWhen('14:00 UTC', utc)).toEqual({ ok: true, value: '2024-06-09T14:00:00.000Z' });
    expect(parseWhen('14:00 UTC or so', utc)).toMatchObject({ ok: false });
    expect(parseWhen('friday', utc)).toMatchObject({ ok: false });
  });
});

describe('parseDay', () => {
  it.each([
    ['2024-06-14', '2024-06-14'],
    ['friday', '2024-06-14'],
    ['tomorrow', '2024-06-10'],
    ['June 21', '2024-06-21'],
    ['January 5', '2025-01-05'],
  ])('reads %j as %s', (text, date) => {
    expect(parseDay(text, utc)).toBe(date);
  });

  it.each(['restarting the pods', '14 restarts', ''])('finds no day in %j', (text) => {
    expect(parseDay(text, utc)).toBeUndefined();
  });
});
