import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concernsLeader, isLongLate, type Remindable, reminderAfter } from '../../../src/domain/action-items/ladder.ts';
import type { Reader } from '../../../src/domain/action-items/reader.ts';
import { personId } from '../../../src/domain/ids.ts';
import { addCalendarDays, type CalendarDate, type Instant, timeZone, UTC } from '../../../src/domain/time.ts';
import { isWorkingDay } from '../../../src/domain/working-calendar.ts';

const day = (text: string) => text as CalendarDate;
const somebody = { kind: 'person', id: personId('U042') } as const;

/** Monday to Friday, but for May Day and Ascension. */
const reader: Reader = {
  zone: UTC,
  calendar: { workingDays: [1, 2, 3, 4, 5], isHoliday: (date) => ['2024-05-01', '2024-05-09'].includes(date) },
  timeOfDay: '09:00',
  awayUntil: undefined,
};

function owned(overrides: Partial<Remindable['item']> = {}): Remindable {
  const item = {
    owner: somebody,
    dueOn: undefined,
    snoozedUntil: undefined,
    plannedAt: '2024-04-01T12:00:00.000Z' as Instant,
  };
  return { item: { ...item, ...overrides }, capacity: 'owner', lacksOwner: false };
}

function led(overrides: Partial<Remindable['item']> = {}): Remindable {
  return { ...owned(overrides), capacity: 'leader' };
}

function nobodys(overrides: Partial<Remindable['item']> = {}): Remindable {
  return { ...led({ owner: undefined, ...overrides }), lacksOwner: true };
}

function daysOf(remindable: Remindable, many: number, who = reader): readonly string[] {
  const days: CalendarDate[] = [];
  for (let next = reminderAfter(remindable, who, undefined); next !== undefined && days.length < many; ) {
    days.push(next);
    next = reminderAfter(remindable, who, next);
  }
  return days;
}

describe('reminderAfter', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'two days before, on the day, one, three and seven days late, and weekly',
      '2024-05-15',
      ['2024-05-13', '2024-05-15', '2024-05-16', '2024-05-20', '2024-05-22', '2024-05-29', '2024-06-05'],
    ],
    [
      'before the due date on the working day before, later on the next, each day once',
      '2024-05-11',
      ['2024-05-08', '2024-05-10', '2024-05-13', '2024-05-14', '2024-05-20', '2024-05-27'],
    ],
  ])('names for its owner %s', (_, dueOn, days) => {
    expect(daysOf(owned({ dueOn: day(dueOn) }), days.length)).toEqual(days);
  });

  it.each<[string, Partial<Remindable['item']>, readonly string[]]>([
    ['nothing without a due date', {}, []],
    [
      'nothing from before it was planned',
      { dueOn: day('2024-05-15'), plannedAt: '2024-05-15T10:00:00.000Z' as Instant },
      ['2024-05-16', '2024-05-20'],
    ],
    [
      'the very day on which it was planned before the hour of reminders',
      { dueOn: day('2024-05-15'), plannedAt: '2024-05-15T08:00:00.000Z' as Instant },
      ['2024-05-15', '2024-05-16'],
    ],
    [
      'nothing before a snooze ends, that day, and then the rest',
      { dueOn: day('2024-05-15'), snoozedUntil: day('2024-05-17') },
      ['2024-05-17', '2024-05-20', '2024-05-22'],
    ],
    [
      'the working day after the end of a snooze',
      { dueOn: day('2024-05-15'), snoozedUntil: day('2024-05-18') },
      ['2024-05-20', '2024-05-22'],
    ],
    ['the end of a snooze without a due date', { snoozedUntil: day('2024-05-17') }, ['2024-05-17']],
  ])('names for its owner %s', (_, item, days) => {
    expect(daysOf(owned(item), days.length + (item.dueOn === undefined ? 1 : 0))).toEqual(days);
  });

  it.each<[string, Remindable, readonly string[]]>([
    ['each week from seven days late', led({ dueOn: day('2024-05-02') }), ['2024-05-10', '2024-05-16', '2024-05-23']],
    [
      'the same while its owner has put it off',
      led({ dueOn: day('2024-05-02'), snoozedUntil: day('2024-06-01') }),
      ['2024-05-10', '2024-05-16', '2024-05-23'],
    ],
    ['nothing of what is owned and not due', led(), []],
    [
      'what nobody owns two working days after it was made, and each week',
      nobodys({ plannedAt: '2024-05-08T12:00:00.000Z' as Instant }),
      ['2024-05-13', '2024-05-20', '2024-05-27'],
    ],
    [
      'what nobody owns once a week, also where it is late',
      nobodys({ dueOn: day('2024-05-12'), plannedAt: '2024-05-06T12:00:00.000Z' as Instant }),
      ['2024-05-08', '2024-05-15', '2024-05-20', '2024-05-27', '2024-06-03'],
    ],
    [
      'what is late by the time that nobody owns it two working days later all the same',
      nobodys({ dueOn: day('2024-05-02'), plannedAt: '2024-05-14T12:00:00.000Z' as Instant }),
      ['2024-05-16', '2024-05-23'],
    ],
    [
      'what is long late by then before its next week',
      nobodys({ dueOn: day('2024-04-30'), plannedAt: '2024-05-15T12:00:00.000Z' as Instant }),
      ['2024-05-17', '2024-05-21', '2024-05-28'],
    ],
    [
      'what nobody owns when a snooze ends, and each week from then on',
      nobodys({ plannedAt: '2024-05-07T12:00:00.000Z' as Instant, snoozedUntil: day('2024-05-18') }),
      ['2024-05-20', '2024-05-27', '2024-06-03'],
    ],
    [
      'what nobody owns and is late when a snooze ends, and then with what is late',
      nobodys({
        dueOn: day('2024-05-02'),
        plannedAt: '2024-05-13T12:00:00.000Z' as Instant,
        snoozedUntil: day('2024-05-21'),
      }),
      ['2024-05-21', '2024-05-23', '2024-05-30'],
    ],
    [
      'what nobody of its owners can hear, also while they have put it off',
      {
        ...led({ plannedAt: '2024-05-07T12:00:00.000Z' as Instant, snoozedUntil: day('2024-06-01') }),
        lacksOwner: true,
      },
      ['2024-05-10', '2024-05-17', '2024-05-24'],
    ],
  ])('names for whoever leads %s', (_, remindable, days) => {
    expect(daysOf(remindable, Math.max(days.length, 1))).toEqual(days);
  });

  it('goes by the days of whoever is reminded', () => {
    const inAuckland = { ...reader, zone: timeZone('Pacific/Auckland') };
    // 08:30 of the 15th there.
    const item = owned({ dueOn: day('2024-05-15'), plannedAt: '2024-05-14T20:30:00.000Z' as Instant });

    expect(daysOf(item, 1, inAuckland)).toEqual(['2024-05-15']);
    expect(daysOf(item, 1, { ...inAuckland, timeOfDay: '08:30' })).toEqual(['2024-05-16']);
  });

  const aDay = fc.integer({ min: 0, max: 800 }).map((days) => addCalendarDays(day('2024-01-01'), days));
  const anything = fc.record({
    item: fc.record({
      owner: fc.constantFrom(undefined, somebody),
      dueOn: fc.option(aDay, { nil: undefined }),
      snoozedUntil: fc.option(aDay, { nil: undefined }),
      plannedAt: aDay.map((date) => `${date}T12:00:00.000Z` as Instant),
    }),
    capacity: fc.constantFrom('owner' as const, 'leader' as const),
    lacksOwner: fc.boolean(),
  });

  it('names working days only, each after the last, none from before it was planned or while it is put off', () => {
    fc.assert(
      fc.property(anything, aDay, (remindable, after) => {
        const next = reminderAfter(remindable, reader, after);
        if (next !== undefined) {
          expect(isWorkingDay(next, reader.calendar)).toBe(true);
          expect(next > after && `${next}T09:00:00.000Z` > remindable.item.plannedAt).toBe(true);
          const { owner, snoozedUntil = '' } = remindable.item;
          expect((remindable.capacity === 'leader' && owner !== undefined) || next >= snoozedUntil).toBe(true);
        }
      }),
    );
  });

  it('leaves out no day: from any day on it names what it names from the day before, or the day itself was one', () => {
    fc.assert(
      fc.property(anything, aDay, (remindable, after) => {
        const before = reminderAfter(remindable, reader, addCalendarDays(after, -1));
        expect(before === after || before === reminderAfter(remindable, reader, after)).toBe(true);
      }),
    );
  });

  it('is silent for at most two weeks once it is late', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 0, max: 300 }), (dueOn, late) => {
        const after = addCalendarDays(dueOn, late);
        const next = reminderAfter(owned({ dueOn, plannedAt: '2023-01-01T00:00:00.000Z' as Instant }), reader, after);
        expect(next !== undefined && next <= addCalendarDays(after, 11)).toBe(true);
      }),
    );
  });
});

describe('concernsLeader', () => {
  it.each<[string, Remindable, string, boolean]>([
    ['what is six days late', led({ dueOn: day('2024-05-15') }), '2024-05-21', false],
    ['what is seven days late', led({ dueOn: day('2024-05-15') }), '2024-05-22', true],
    ['what is owned and has no due date', led(), '2024-06-01', false],
    ['what has had no owner for a day', nobodys(), '2024-04-02', false],
    ['what has had no owner for two working days', nobodys(), '2024-04-03', true],
    ['what has no owner and was put off', nobodys({ snoozedUntil: day('2024-04-10') }), '2024-04-09', false],
    [
      'what has no owner on the day on which it comes back',
      nobodys({ snoozedUntil: day('2024-04-10') }),
      '2024-04-10',
      true,
    ],
  ])('of %s', (_, remindable, today, concerns) => {
    expect(concernsLeader(remindable, reader, day(today))).toBe(concerns);
  });
});

describe('isLongLate', () => {
  it.each([
    [undefined, '2024-05-22', false],
    ['2024-05-22', '2024-05-22', false],
    ['2024-05-15', '2024-05-21', false],
    ['2024-05-15', '2024-05-22', true],
    ['2024-04-26', '2024-05-03', true],
  ])('of what is due on %s is on %s: %s', (dueOn, today, expected) => {
    expect(isLongLate({ dueOn: dueOn === undefined ? undefined : day(dueOn) }, day(today))).toBe(expected);
  });
});
