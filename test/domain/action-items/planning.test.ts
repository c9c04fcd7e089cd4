import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeDueDate, SNOOZES, snooze, snoozeDay, timesSnoozed } from '../../../src/domain/action-items/planning.ts';
import type { Party } from '../../../src/domain/people/person.ts';
import { addCalendarDays, type CalendarDate } from '../../../src/domain/time.ts';
import { isWorkingDay } from '../../../src/domain/working-calendar.ts';
import { anItem, claire, mahari } from '../../support/record-builder.ts';
import { aChange, aKnownItem } from './item-builder.ts';

/** A Monday. */
const today = '2024-06-10' as CalendarDate;
const calendar = { workingDays: [1, 2, 3, 4, 5], isHoliday: (day: CalendarDate) => day === '2024-06-17' };
const toClaire: Party = { kind: 'person', id: claire };
const toMahari: Party = { kind: 'person', id: mahari };
const ended = aKnownItem({ status: 'done' });
const put = aChange([{ field: 'snoozedUntil', from: undefined, to: '2024-06-11' }]);

function day(text: string): CalendarDate {
  return text as CalendarDate;
}

describe('changeDueDate', () => {
  const asked = { dueOn: day('2024-06-24'), today, seen: '2024-06-23' };

  it('sets another day, for which nothing is put off yet', () => {
    expect(changeDueDate(aKnownItem({ snoozedUntil: day('2024-06-20') }), asked)).toEqual({
      ok: true,
      value: anItem({ dueOn: day('2024-06-24') }),
    });
    expect(changeDueDate(aKnownItem({ dueOn: undefined }), { ...asked, dueOn: today, seen: '' })).toMatchObject({
      ok: true,
      value: { dueOn: today },
    });
  });

  it('refuses a day that is over or mistyped, the same day, what is done, and what others changed', () => {
    const moved = aChange([{ field: 'dueOn', from: '2024-06-23', to: '2024-06-30' }]);

    expect(changeDueDate(aKnownItem(), { ...asked, dueOn: day('2024-06-09') })).toMatchObject({
      refusal: { kind: 'due-in-the-past' },
    });
    expect(changeDueDate(aKnownItem(), { ...asked, dueOn: day('9999-12-31') })).toMatchObject({
      refusal: { kind: 'due-too-far' },
    });
    expect(changeDueDate(aKnownItem(), { ...asked, dueOn: day('2024-06-23') })).toMatchObject({
      refusal: { kind: 'due-unchanged' },
    });
    expect(changeDueDate(ended, asked)).toMatchObject({ refusal: { kind: 'item-ended' } });
    expect(changeDueDate(aKnownItem({ dueOn: day('2024-06-30') }, moved), asked)).toMatchObject({
      refusal: { kind: 'changed-meanwhile', last: moved },
    });
  });
});

describe('snoozeDay', () => {
  it.each([
    ['one-day', '2024-06-10', '2024-06-11'],
    ['one-day', '2024-06-14', '2024-06-18'],
    ['three-days', '2024-06-10', '2024-06-13'],
    ['three-days', '2024-06-12', '2024-06-18'],
    ['one-week', '2024-06-10', '2024-06-18'],
    ['one-week', '2024-06-11', '2024-06-18'],
  ] as const)('%s from %s is %s', (choice, from, expected) => {
    expect(snoozeDay(choice, { today: day(from), calendar })).toBe(expected);
  });

  it('is a working day, no sooner than it was asked for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3_000 }),
        fc.constantFrom(...(Object.keys(SNOOZES) as (keyof typeof SNOOZES)[])),
        (days, choice) => {
          const from = addCalendarDays(today, days);
          const until = snoozeDay(choice, { today: from, calendar });
          expect(isWorkingDay(until, calendar)).toBe(true);
          expect(until >= addCalendarDays(from, SNOOZES[choice])).toBe(true);
          expect(until <= addCalendarDays(from, SNOOZES[choice] + 3)).toBe(true);
        },
      ),
    );
  });
});

describe('snooze', () => {
  const asked = { until: day('2024-06-12'), today, calendar, reason: '' };

  it('needs no reason the first time', () => {
    expect(snooze(aKnownItem(), asked)).toEqual({ ok: true, value: anItem({ snoozedUntil: day('2024-06-12') }) });
  });

  it('needs one from the second time on', () => {
    const again = aKnownItem({ snoozedUntil: day('2024-06-11') }, put);

    expect(snooze(again, asked)).toMatchObject({ refusal: { kind: 'snoozed-before', times: 1 } });
    expect(snooze(again, { ...asked, reason: 'waiting' })).toMatchObject({ ok: true });
  });

  it('comes back on a working day', () => {
    expect(snooze(aKnownItem(), { ...asked, until: day('2024-06-15') })).toMatchObject({
      value: { snoozedUntil: '2024-06-18' },
    });
  });

  it('refuses today, the same day again, and what is done', () => {
    expect(snooze(aKnownItem(), { ...asked, until: today })).toMatchObject({ refusal: { kind: 'snooze-in-the-past' } });
    expect(snooze(aKnownItem(), { ...asked, until: day('9999-12-31') })).toMatchObject({
      refusal: { kind: 'snooze-too-far' },
    });
    expect(snooze(aKnownItem({ snoozedUntil: day('2024-06-12') }, put), asked)).toMatchObject({
      refusal: { kind: 'snooze-unchanged' },
    });
    expect(snooze(ended, asked)).toMatchObject({ refusal: { kind: 'item-ended' } });
  });
});

describe('timesSnoozed', () => {
  it('counts what its owner put off, not what was taken back nor what others did before', () => {
    const taken = aChange([{ field: 'snoozedUntil', from: '2024-06-11', to: undefined }]);
    const given = aChange([
      { field: 'owner', from: toClaire, to: toMahari },
      { field: 'snoozedUntil', from: '2024-06-11', to: undefined },
    ]);

    expect(timesSnoozed([])).toBe(0);
    expect(timesSnoozed([put, taken, put])).toBe(2);
    expect(timesSnoozed([put, put, given])).toBe(0);
    expect(timesSnoozed([put, given, put])).toBe(1);
  });
});
