import { describe, expect, it } from 'vitest';
import type { Instant, TimeZone } from '../../../src/domain/time.ts';
import { parseWhen, splitLeadingTime } from '../../../src/domain/timeline/parse-when.ts';

const utc = { now: '2024-06-09T18:30:00.000Z' as Instant, zone: 'UTC' as TimeZone, locale: undefined };
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

  it.each([
    ['6pm restarted', utc, '2024-06-09T18:00:00.000Z'],
    ['6 p.m. restarted', utc, '2024-06-09T18:00:00.000Z'],
    ['12am restarted', utc, '2024-06-09T00:00:00.000Z'],
    ['12:15 pm restarted', utc, '2024-06-09T12:15:00.000Z'],
    ['14:10: restarted', utc, '2024-06-09T14:10:00.000Z'],
    ['14:10:05.5 restarted', utc, '2024-06-09T14:10:05.500Z'],
    ['14:10Z restarted', addis, '2024-06-09T14:10:00.000Z'],
    ['14:10 utc restarted', addis, '2024-06-09T14:10:00.000Z'],
    ['12:10 GMT-0530 restarted', addis, '2024-06-09T17:40:00.000Z'],
    ['14:10UTC−3 restarted', addis, '2024-06-09T17:10:00.000Z'],
    ['14:10 +03:00 restarted', utc, '2024-06-09T11:10:00.000Z'],
    ['14:10 CEST restarted', utc, '2024-06-09T12:10:00.000Z'],
    ['9:10 PDT restarted', utc, '2024-06-09T16:10:00.000Z'],
    ['today at 9:45 restarted', addis, '2024-06-09T06:45:00.000Z'],
    ['Friday 14:00 restarted', utc, '2024-06-07T14:00:00.000Z'],
    ['on tues at 2pm restarted', utc, '2024-06-04T14:00:00.000Z'],
    ['sunday 14:00 restarted', utc, '2024-06-09T14:00:00.000Z'],
    ['last sunday 14:00 restarted', utc, '2024-06-02T14:00:00.000Z'],
    ['May 7 14:00 restarted', utc, '2024-05-07T14:00:00.000Z'],
    ['7th of May, 14:00 restarted', utc, '2024-05-07T14:00:00.000Z'],
    ['May 7, 2023 14:00 restarted', utc, '2023-05-07T14:00:00.000Z'],
    ['Dec 30 14:00 restarted', utc, '2023-12-30T14:00:00.000Z'],
    ['2024-05-07T14:00:00.123+03:00 restarted', utc, '2024-05-07T11:00:00.123Z'],
    ['2024-05-07 14:00:00+00 restarted', addis, '2024-05-07T14:00:00.000Z'],
    ['2024-05-07 14:00:00 -0500 restarted', addis, '2024-05-07T19:00:00.000Z'],
    ['an hour ago restarted', utc, '2024-06-09T17:30:00.000Z'],
    ['Half an hour ago, restarted', utc, '2024-06-09T18:00:00.000Z'],
    ['1h30m ago restarted', utc, '2024-06-09T17:00:00.000Z'],
    ['2 hours and 10 minutes ago: restarted', utc, '2024-06-09T16:20:00.000Z'],
    ['two hours ago restarted', utc, '2024-06-09T16:30:00.000Z'],
  ] as const)('reads all of the time of %j', (text, speaker, at) => {
    expect(splitLeadingTime(text, speaker)).toEqual({ ok: true, value: { at, rest: 'restarted' } });
  });

  it.each([
    'at 10 connections the pool blocks',
    'at least 3 pods restart',
    'now it is slow',
    'Just now',
    'today the pool ran dry',
    'yesterday 5 users said so',
    'on call at 14:10',
    'may 14 be the limit?',
    'tomorrow we drain the pool',
    'next friday we drain the pool',
    '5/7 users report errors',
    '5/7',
    '7.5. it began',
    '1.2.3 is broken',
    '12-14 nodes are lost',
    'a few minutes ago it was fine',
    '2 days ago it was fine',
    '10.0.12.5 is down',
    'May be DNS',
    'Sat for ten minutes',
    '5 users report errors',
    'friday we deployed',
    '',
  ])('leaves %j as words', (text) => {
    expect(splitLeadingTime(text, utc)).toEqual({ ok: true, value: { at: undefined, rest: text } });
  });

  it.each([
    ['25:99 restarted', '25:99'],
    ['14:7x restarted', '14:7x'],
    ['2024-13-45 10:00 restarted', '2024-13-45 10:00'],
    ['13pm restarted', '13pm'],
    ['February 30 10:00 restarted', 'February 30 10:00'],
    ['30/02/2024 10:00 restarted', '30/02/2024 10:00'],
    ['7.13.2024 10:00 restarted', '7.13.2024 10:00'],
    ['7.5 10:00 restarted', '7.5 10:00'],
    ['5-7 10:00 restarted', '5-7 10:00'],
    ['5/7/024 10:00 restarted', '5/7/024 10:00'],
    ['2024.05.07 10:00 restarted', '2024.05.07 10:00'],
    ['6-7pm restarted', '6-7pm'],
    ['6:00-6:20 PM restarted', '6:00-6:20 PM'],
    ['14:10+3 nodes', '14:10+3'],
    ['14:10 UTC +3 nodes', '14:10 UTC +3'],
    ['14:10 UTC+99 nodes', '14:10 UTC+99'],
    ['14:10 yesterday backup was broken', '14:10 yesterday'],
    ['14:10 on May 7 we restarted', '14:10 on May 7'],
    ['14:10 2024-05-07 restarted', '14:10 2024-05-07'],
    ['14:10 07.05.2024 restarted', '14:10 07.05.2024'],
    ['14:10 tomorrow we restart', '14:10 tomorrow'],
    ['14:10 on 5/7 we restarted', '14:10 on 5/7'],
  ])('refuses %j, which was meant as a time', (text, meant) => {
    expect(splitLeadingTime(text, utc)).toEqual({ ok: false, refusal: { kind: 'unparsable-time', text: meant } });
  });

  it('reads a wall clock by the offset of its own day, across a change of the clocks', () => {
    const berlin = { now: '2024-03-31T10:00:00.000Z' as Instant, zone: 'Europe/Berlin' as TimeZone, locale: undefined };

    expect(splitLeadingTime('yesterday 18:20 x', berlin)).toMatchObject({ value: { at: '2024-03-30T17:20:00.000Z' } });
    expect(splitLeadingTime('11:00 x', berlin)).toMatchObject({ value: { at: '2024-03-31T09:00:00.000Z' } });
  });

  it('takes today from the speaker’s calendar, not from UTC', () => {
    const auckland = {
      now: '2024-06-09T18:30:00.000Z' as Instant,
      zone: 'Pacific/Auckland' as TimeZone,
      locale: undefined,
    };

    expect(splitLeadingTime('06:00 x', auckland)).toMatchObject({ value: { at: '2024-06-09T18:00:00.000Z' } });
    expect(splitLeadingTime('14:10 UTC x', auckland)).toMatchObject({ value: { at: '2024-06-09T14:10:00.000Z' } });
  });
});

describe('parseWhen', () => {
  it('reads the whole text or nothing', () => {
    expect(parseWhen('14:00 UTC', utc)).toEqual({ ok: true, value: '2024-06-09T14:00:00.000Z' });
    expect(parseWhen('14:00 UTC or so', utc)).toMatchObject({ ok: false });
    expect(parseWhen('friday', utc)).toMatchObject({ ok: false });
  });

  it.each([
    ['yesterday 18:20', '2024-06-08T18:20:00.000Z'],
    ['18:20 yesterday', '2024-06-08T18:20:00.000Z'],
    ['14:00 UTC on May 7', '2024-05-07T14:00:00.000Z'],
    ['10 minutes ago', '2024-06-09T18:20:00.000Z'],
  ])('reads %j', (text, at) => {
    expect(parseWhen(text, utc)).toEqual({ ok: true, value: at });
  });

  it.each(['14:00-14:20', '14:00 GET', '10', 'at 10', 'the deploy', 'tomorrow', '5/7', '25:00', ''])(
    'reads no time in %j',
    (text) => {
      expect(parseWhen(text, utc)).toMatchObject({ ok: false });
    },
  );
});
