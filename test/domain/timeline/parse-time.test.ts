import { describe, expect, it } from 'vitest';
import type { Instant, TimeZone } from '../../../src/domain/time.ts';
import { parseLog } from '../../../src/domain/timeline/parse-log.ts';
import { splitLeadingTime } from '../../../src/domain/timeline/parse-when.ts';

const utc = { now: '2024-06-09T18:30:00.000Z' as Instant, zone: 'UTC' as TimeZone, locale: undefined };

describe('splitLeadingTime, given words that look like a part of the time', () => {
  it.each([
    ['leaves a method to the text', '13:00 GET requests fail', '13:00', undefined, 'GET requests fail'],
    ['leaves a name to the text', '13:00 ART is down', '13:00', undefined, 'ART is down'],
    ['leaves a number with a sign to the text', '13:00 -5 nodes', '13:00', undefined, '-5 nodes'],
    ['leaves a number after a dash its dash', '13:00 - 5 nodes', '13:00', undefined, '- 5 nodes'],
    ['leaves a word in small letters to the text', '13:00 est. 40 users', '13:00', undefined, 'est. 40 users'],
    ['leaves a longer word to the text', '13:00 UTC-based jobs fail', '13:00', undefined, 'UTC-based jobs fail'],
    ['leaves an axis to the text', '13:00 Z axis stuck', '13:00', undefined, 'Z axis stuck'],
    ['leaves managers to the text', '6:20 PMs complain', '06:20', undefined, 'PMs complain'],
    ['leaves a month to the text', '13:00 May be DNS', '13:00', undefined, 'May be DNS'],
    ['leaves a weekday to the text', '13:00 Friday deploy failed', '13:00', undefined, 'Friday deploy failed'],
    ['leaves a possessive to the text', '13:00 yesterday’s dump', '13:00', undefined, 'yesterday’s dump'],
    ['tells the end of a range', '14:10-14:20 restarted', '14:10', 'until 14:20', 'restarted'],
    ['tells the end of a range between spaces', '14:10 – 14:20: restarted', '14:10', 'until 14:20', 'restarted'],
    ['tells the end of a range in words', '13:00 until 13:30 backup ran', '13:00', 'until 13:30', 'backup ran'],
    ['keeps the word for the end', '13:00 to 13:30, backup ran', '13:00', 'to 13:30', 'backup ran'],
    ['takes the zone of a range for both ends', '9:10-9:20 UTC-5 x', '14:10', 'until 9:20 UTC-5', 'x'],
    ['takes no number for an end', '13:00 to 10 users', '13:00', undefined, 'to 10 users'],
    ['takes no impossible hour for an end', '13:00-25:99 x', '13:00', undefined, '-25:99 x'],
    ['takes a range after UTC for a range', '13:00 UTC-13:30 UTC x', '13:00', 'until 13:30 UTC', 'x'],
  ])('%s: %j', (_, text, time, until, rest) => {
    const at = `2024-06-09T${time}:00.000Z`;
    expect(splitLeadingTime(text, utc)).toEqual({ ok: true, value: { at, until, rest } });
  });
});

describe('reading a time', () => {
  it.each(['10m', 'an hour and', '14:10', '14:10 UTC', '14:10 to', 'May 7', 'on', 'in', 'misleading'])(
    'takes no longer for a long gap after %j',
    (start) => {
      const text = `${start}${' '.repeat(40_000)}x`;
      const before = performance.now();
      splitLeadingTime(text, utc);
      parseLog(text, utc);
      expect(performance.now() - before).toBeLessThan(500);
    },
  );
});
