import { describe, expect, it } from 'vitest';
import { parseCoverTimes } from '../../../src/domain/escalation/parse-cover.ts';
import { accept, refuse } from '../../../src/domain/result.ts';
import type { Instant, TimeZone } from '../../../src/domain/time.ts';
import type { Speaker } from '../../../src/domain/timeline/speaker.ts';

/** A Tuesday in May, 14:00 in UTC; 17:00 in Addis Ababa. */
const NOW = '2024-05-07T14:00:00.000Z' as Instant;

function in_(zone: string, now: Instant = NOW, locale?: string): Speaker {
  return { now, zone: zone as TimeZone, locale };
}

function at(text: string): Instant {
  return `${text}:00.000Z` as Instant;
}

describe('parseCoverTimes', () => {
  it.each([
    ['until Friday 9:00', '2024-05-07T14:00', '2024-05-10T09:00'],
    ['until friday, at 9am', '2024-05-07T14:00', '2024-05-10T09:00'],
    ['until Friday\n9:00', '2024-05-07T14:00', '2024-05-10T09:00'],
    ['until 9:00 on Friday', '2024-05-07T14:00', '2024-05-10T09:00'],
    ['until this Friday 9:00', '2024-05-07T14:00', '2024-05-10T09:00'],
    ['till tomorrow 9:00', '2024-05-07T14:00', '2024-05-08T09:00'],
    [' til tomorrow 9:00\n', '2024-05-07T14:00', '2024-05-08T09:00'],
    ['until next Monday 9:00', '2024-05-07T14:00', '2024-05-13T09:00'],
    ['until 18:00', '2024-05-07T14:00', '2024-05-07T18:00'],
    ['until 9:00', '2024-05-07T14:00', '2024-05-08T09:00'],
    ['until 14:00', '2024-05-07T14:00', '2024-05-08T14:00'],
    ['until today 14:00', '2024-05-07T14:00', '2024-05-07T14:00'],
    ['until in 3 days 9:00', '2024-05-07T14:00', '2024-05-10T09:00'],
    ['until May 10 9:00', '2024-05-07T14:00', '2024-05-10T09:00'],
    ['until 2 May 9:00', '2024-05-07T14:00', '2024-05-02T09:00'],
    ['until 2024-05-10 09:00', '2024-05-07T14:00', '2024-05-10T09:00'],
    ['until 2024-05-10T09:00Z', '2024-05-07T14:00', '2024-05-10T09:00'],
    ['until 2024-05-01 09:00', '2024-05-07T14:00', '2024-05-01T09:00'],
    ['until 17/5 9:00', '2024-05-07T14:00', '2024-05-17T09:00'],
    ['until 10.5. 9:00', '2024-05-07T14:00', '2024-05-10T09:00'],
    ['until Friday 9:00 GMT+3', '2024-05-07T14:00', '2024-05-10T06:00'],
    ['from now until 18:00', '2024-05-07T14:00', '2024-05-07T18:00'],
    ['from Thursday 18:00 until Friday 9:00', '2024-05-09T18:00', '2024-05-10T09:00'],
    ['from Thursday 18:00 until 20:00', '2024-05-09T18:00', '2024-05-09T20:00'],
    ['from 18:00 to 9:00', '2024-05-07T18:00', '2024-05-08T09:00'],
    ['from tomorrow 9:00 until tomorrow 18:00', '2024-05-08T09:00', '2024-05-08T18:00'],
    ['from next Thursday 18:00 until Friday 9:00', '2024-05-16T18:00', '2024-05-17T09:00'],
    ['from Friday 8:00 until Friday 18:00', '2024-05-10T08:00', '2024-05-10T18:00'],
    ['from Friday 9:00 until tomorrow 8:00', '2024-05-10T09:00', '2024-05-08T08:00'],
    // Begun already: it holds from now on.
    ['from today 8:00 until 18:00', '2024-05-07T14:00', '2024-05-07T18:00'],
    ['FROM 2024-05-01 09:00\nUNTIL Friday 9:00', '2024-05-07T14:00', '2024-05-10T09:00'],
  ])('reads “%s”', (text, from, until) => {
    expect(parseCoverTimes(text, in_('UTC'))).toEqual(accept({ from: at(from), until: at(until) }));
  });

  it.each([
    ['Africa/Addis_Ababa', 'until 18:00', '2024-05-07T15:00'],
    ['Africa/Addis_Ababa', 'until Friday 9:00', '2024-05-10T06:00'],
    ['America/New_York', 'until tomorrow 9:00', '2024-05-08T13:00'],
    ['Pacific/Auckland', 'until tomorrow 9:00', '2024-05-08T21:00'],
    ['Pacific/Auckland', 'until tomorrow 9:00 UTC', '2024-05-08T09:00'],
  ])('means the clock of the speaker in %s: %s', (zone, text, until) => {
    expect(parseCoverTimes(text, in_(zone))).toEqual(accept({ from: NOW, until: at(until) }));
  });

  it.each([
    ['Europe/Berlin', '2024-03-30T12:00', 'until tomorrow 9:00', '2024-03-31T07:00'],
    ['Europe/Berlin', '2024-10-26T12:00', 'until tomorrow 9:00', '2024-10-27T08:00'],
    ['America/New_York', '2024-03-09T12:00', 'until tomorrow 2:30', '2024-03-10T07:30'],
    ['Australia/Lord_Howe', '2024-10-04T12:00', 'until Sunday 9:00', '2024-10-05T22:00'],
  ])('reads it right across a change of the clocks in %s on %s', (zone, now, text, until) => {
    expect(parseCoverTimes(text, in_(zone, at(now)))).toEqual(accept({ from: at(now), until: at(until) }));
  });

  it.each([
    ['the weekday that is today', 'until Tuesday 18:00', 'Tuesday 18:00', ['2024-05-07T18:00', '2024-05-14T18:00']],
    ['the same to begin', 'from Tuesday 8:00 until 18:00', 'Tuesday 8:00', ['2024-05-07T08:00', '2024-05-14T08:00']],
    ['a beginning over today', 'from 8:00 until 18:00', '8:00', ['2024-05-07T08:00', '2024-05-08T08:00']],
    ['a date in numbers', 'until 6/7 9:00', '6/7 9:00', ['2024-07-06T09:00', '2024-06-07T09:00']],
    ['a week later than its weekday', 'from Friday 18:00 until Friday 9:00', 'Friday 9:00', ['2024-05-17T09:00']],
  ])('guesses nothing where it may be either: %s', (_, text, typed, readings) => {
    const speaker = in_('UTC');
    expect(parseCoverTimes(text, speaker)).toEqual(
      refuse({ kind: 'unclear-time', text: typed, why: 'ambiguous', readings: readings.map(at), speaker }),
    );
  });

  it('asks which of the two is meant in the hour that comes again', () => {
    const speaker = in_('Europe/Berlin', at('2024-10-26T12:00'));
    expect(parseCoverTimes('until tomorrow 2:30', speaker)).toMatchObject({
      refusal: { kind: 'unclear-time', readings: [at('2024-10-27T00:30'), at('2024-10-27T01:30')] },
    });
  });

  it('takes a date in numbers in the order of the speaker’s language', () => {
    const until = (locale: string) => parseCoverTimes('until 6/7 9:00', in_('UTC', NOW, locale));
    expect(until('en-GB')).toEqual(accept({ from: NOW, until: at('2024-07-06T09:00') }));
    expect(until('en-US')).toEqual(accept({ from: NOW, until: at('2024-06-07T09:00') }));
  });

  it.each([
    ['until Friday', 'Friday'],
    ['until 9', '9'],
    ['until yesterday 18:00', 'yesterday 18:00'],
    ['until Friday 25:00', 'Friday 25:00'],
    ['until 18:00-20:00', '18:00-20:00'],
    ['until Friday 9:00 please', 'Friday 9:00 please'],
    ['until Friday 9:00 Europe/Berlin', 'Friday 9:00 Europe/Berlin'],
    ['until further notice', 'further notice'],
    ['until Feb 30 9:00', 'Feb 30 9:00'],
    ['from Thursday until Friday 9:00', 'Thursday'],
    ['from 18:00 until 20:00 until 21:00', '20:00 until 21:00'],
  ])('cannot read the time in “%s”', (text, unread) => {
    expect(parseCoverTimes(text, in_('UTC'))).toEqual(refuse({ kind: 'unreadable-cover-time', text: unread }));
  });

  it.each(['', 'Friday 9:00', 'from Friday 9:00', 'ben until Friday 9:00', 'until', 'untilFriday 9:00'])(
    'cannot read “%s”',
    (text) => {
      expect(parseCoverTimes(text, in_('UTC'))).toEqual(refuse({ kind: 'unreadable-cover', text }));
    },
  );

  it('gives back what it cannot read without the blanks around it', () => {
    expect(parseCoverTimes('  at nine\n', in_('UTC'))).toEqual(refuse({ kind: 'unreadable-cover', text: 'at nine' }));
  });
});
