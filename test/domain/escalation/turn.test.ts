import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rota } from '../../../src/domain/escalation/rota.ts';
import { turnAt } from '../../../src/domain/escalation/turn.ts';
import { personId } from '../../../src/domain/ids.ts';
import {
  addCalendarDays,
  addMilliseconds,
  type CalendarDate,
  calendarDateAt,
  formatInZone,
  type Instant,
  instant,
  MINUTE,
  type TimeZone,
} from '../../../src/domain/time.ts';
import { isoWeekday } from '../../../src/domain/timeline/calendar.ts';
import { ana, aRota, ben, claire, inMay } from '../../support/rota-builder.ts';

describe('turnAt', () => {
  it.each([
    ['the first hand-over', '06 07:00', ana, '06 07:00', '13 07:00'],
    ['its last millisecond', '13 06:59', ana, '06 07:00', '13 07:00'],
    ['the next hand-over', '13 07:00', ben, '13 07:00', '20 07:00'],
    ['the third week', '26 12:00', claire, '20 07:00', '27 07:00'],
    ['the fourth: the first again', '27 07:00', ana, '27 07:00', undefined],
    ['the week before the first hand-over', '06 06:59', claire, undefined, '06 07:00'],
  ])('%s', (_, at, person, from, until) => {
    const turn = turnAt(aRota(), inMay(at));
    expect(turn.person).toBe(person);
    expect(from === undefined || turn.from === inMay(from)).toBe(true);
    expect(until === undefined || turn.until === inMay(until)).toBe(true);
  });

  it('counts backwards before the first hand-over', () => {
    const weeksBefore = [1, 2, 3, 4].map((weeks) => addMilliseconds(inMay('08 12:00'), -weeks * 7 * 24 * 60 * MINUTE));
    expect(weeksBefore.map((at) => turnAt(aRota(), at).person)).toEqual([claire, ben, ana, claire]);
  });

  it.each<[string, Partial<Rota>, string, string, string]>([
    // Clocks change on the Sunday between; the hand-over stays at nine on the wall.
    ['Berlin in spring', { zone: zone('Europe/Berlin') }, '2024-03-28', '2024-03-25T08:00', '2024-04-01T07:00'],
    ['Berlin in autumn', { zone: zone('Europe/Berlin') }, '2024-10-24', '2024-10-21T07:00', '2024-10-28T08:00'],
    ['New York in spring', { zone: zone('America/New_York') }, '2024-03-08', '2024-03-04T14:00', '2024-03-11T13:00'],
    ['New York in autumn', { zone: zone('America/New_York') }, '2024-11-01', '2024-10-28T13:00', '2024-11-04T14:00'],
    // Half an hour.
    [
      'Lord Howe in spring',
      { zone: zone('Australia/Lord_Howe') },
      '2024-10-03',
      '2024-09-29T22:30',
      '2024-10-06T22:00',
    ],
    [
      'Lord Howe in autumn',
      { zone: zone('Australia/Lord_Howe') },
      '2024-04-04',
      '2024-03-31T22:00',
      '2024-04-07T22:30',
    ],
    // The very hour that is skipped comes as much later; of one that is repeated the first counts.
    ['Berlin, skipped', sundays('Europe/Berlin', '02:30'), '2024-03-28', '2024-03-24T01:30', '2024-03-31T01:30'],
    ['Berlin, repeated', sundays('Europe/Berlin', '02:30'), '2024-10-24', '2024-10-20T00:30', '2024-10-27T00:30'],
    ['New York, skipped', sundays('America/New_York', '02:30'), '2024-03-08', '2024-03-03T07:30', '2024-03-10T07:30'],
    ['New York, repeated', sundays('America/New_York', '01:30'), '2024-11-01', '2024-10-27T05:30', '2024-11-03T05:30'],
    [
      'Lord Howe, skipped',
      sundays('Australia/Lord_Howe', '02:15'),
      '2024-10-03',
      '2024-09-28T15:45',
      '2024-10-05T15:45',
    ],
    [
      'Lord Howe, repeated',
      sundays('Australia/Lord_Howe', '01:45'),
      '2024-04-04',
      '2024-03-30T14:45',
      '2024-04-06T14:45',
    ],
  ])('keeps to the clock on the wall: %s', (_, changed, day, from, until) => {
    const turn = turnAt(aRota(changed), `${day}T12:00:00.000Z` as Instant);
    expect([turn.from, turn.until]).toEqual([`${from}:00.000Z`, `${until}:00.000Z`]);
  });

  it('does not go back where clocks go back over midnight after the hand-over', () => {
    // In St. John’s at 00:01 on Sunday the 7th of November 2010 it became 23:01 on Saturday again.
    const rota = aRota({ zone: zone('America/St_Johns'), handOverWeekday: 7, handOverTime: '00:00' });
    const handOver = '2010-11-07T02:30:00.000Z' as Instant;
    expect(turnAt(rota, addMilliseconds(handOver, 2 * MINUTE)).from).toBe(handOver);
    expect(formatInZone(addMilliseconds(handOver, 2 * MINUTE), rota.zone, 'EEE HH:mm')).toBe('Sat 23:02');
  });

  const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Auckland', 'UTC'].map(zone);
  const rotas: fc.Arbitrary<Rota> = fc
    .record({
      size: fc.integer({ min: 1, max: 5 }),
      zone: fc.constantFrom(...zones),
      handOverWeekday: fc.integer({ min: 1, max: 7 }),
      // Most changes of the clocks are at night.
      minute: fc.oneof(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 60, max: 210 })),
    })
    .map(({ size, minute, ...rest }) =>
      aRota({
        ...rest,
        members: Array.from({ length: size }, (_, index) => personId(`U${index}`)),
        handOverTime: `${two(Math.floor(minute / 60))}:${two(minute % 60)}`,
        firstHandOver: addCalendarDays('2024-05-05' as CalendarDate, rest.handOverWeekday),
      }),
    );
  const weekends = ['2024-03-31', '2024-10-27', '2024-03-10', '2024-11-03', '2024-10-06', '2024-04-07', '2024-09-29'];
  const instants = fc
    .oneof(
      fc.integer({ min: Date.UTC(2019, 0), max: Date.UTC(2031, 0) }),
      fc
        .tuple(fc.constantFrom(...weekends), fc.integer({ min: -30 * 60, max: 30 * 60 }))
        .map(([day, minutes]) => Date.parse(day) + minutes * MINUTE),
    )
    .map(instant);

  it('leaves no gap and no overlap, and goes round in order', () => {
    fc.assert(
      fc.property(rotas, instants, (rota, at) => {
        const turn = turnAt(rota, at);
        const next = turnAt(rota, turn.until);
        const last = addMilliseconds(turn.until, -1);

        expect(turn.from <= at && at < turn.until).toBe(true);
        expect(turnAt(rota, turn.from)).toEqual(turn);
        expect(turnAt(rota, last)).toEqual(turn);
        expect(next.from).toBe(turn.until);
        const { members } = rota;
        expect(next.person).toBe(members[(members.indexOf(turn.person) + 1) % members.length]);
      }),
    );
  });

  it('begins each turn on its weekday, when a clock on the wall first shows its time', () => {
    fc.assert(
      fc.property(rotas, instants, (rota, at) => {
        const { from } = turnAt(rota, at);
        const day = calendarDateAt(from, rota.zone);
        const showing = minutesOf(from).filter((minute) => shown(minute, rota.zone) === `${day} ${rota.handOverTime}`);

        expect(isoWeekday(day)).toBe(rota.handOverWeekday);
        // Where no clock shows it that day, it was skipped, and comes later.
        expect(showing.length > 0 ? from : shown(from, rota.zone) > `${day} ${rota.handOverTime}`).toBe(
          showing[0] ?? true,
        );
      }),
    );
  });
});

function zone(name: string): TimeZone {
  return name as TimeZone;
}

function sundays(name: string, handOverTime: string): Partial<Rota> {
  return { zone: zone(name), handOverWeekday: 7, handOverTime, firstHandOver: '2024-05-05' as CalendarDate };
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** Three hours around it. */
function minutesOf(at: Instant): readonly Instant[] {
  return Array.from({ length: 361 }, (_, index) => addMilliseconds(at, (index - 180) * MINUTE));
}

/** By the runtime itself, not by what turns are reckoned with. */
const formats = new Map<TimeZone, Intl.DateTimeFormat>();
function shown(at: Instant, timeZone: TimeZone): string {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short', hourCycle: 'h23' });
  formats.set(timeZone, format);
  return format.format(new Date(at));
}
