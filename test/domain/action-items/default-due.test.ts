import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTION_ITEM_KINDS } from '../../../src/domain/action-items/action-item.ts';
import { defaultDue, dueDaysOf } from '../../../src/domain/action-items/default-due.ts';
import { addCalendarDays, type CalendarDate } from '../../../src/domain/time.ts';
import { isWorkingDay, type WorkingCalendar } from '../../../src/domain/working-calendar.ts';

const date = (text: string) => text as CalendarDate;
const calendar: WorkingCalendar = { workingDays: [1, 2, 3, 4, 5], isHoliday: (day) => day === '2024-05-27' };
const policy = { dueDays: { SEV1: 15, SEV2: 30 }, dueDaysByKind: { mitigate: { SEV1: 5 } } };

describe('defaultDue', () => {
  it.each([
    ['a number of days by the severity', '2024-05-07', undefined, 'SEV1', '2024-05-22', 15, undefined],
    ['that of the kind first', '2024-05-07', 'mitigate', 'SEV1', '2024-05-13', 5, 'mitigate'],
    ['that of the severity where the kind has none', '2024-05-07', 'mitigate', 'SEV2', '2024-06-06', 30, undefined],
    ['the Monday after a weekend', '2024-05-03', undefined, 'SEV1', '2024-05-20', 15, undefined],
    ['the day after a weekend and a holiday', '2024-05-10', undefined, 'SEV1', '2024-05-28', 15, undefined],
  ] as const)('is %s', (_, today, kind, severity, dueOn, days, ofKind) => {
    expect(defaultDue({ kind, severity }, policy, { today: date(today), calendar })).toEqual({
      dueOn,
      days,
      severity,
      kind: ofKind,
    });
  });

  it('is no day where the policy says nothing of the severity', () => {
    expect(defaultDue({ kind: 'detect', severity: 'SEV4' }, policy, { today: date('2024-05-07'), calendar })).toBe(
      undefined,
    );
  });

  it('is always a working day, never before the days are over, and the first such', () => {
    fc.assert(
      fc.property(fc.nat(3_000), fc.nat(400), (offset, days) => {
        const today = addCalendarDays(date('2024-01-01'), offset);
        const dueDays = { SEV1: days };
        const due = defaultDue({ kind: undefined, severity: 'SEV1' }, { ...policy, dueDays }, { today, calendar });
        const first = addCalendarDays(today, days);
        expect(due && isWorkingDay(due.dueOn, calendar)).toBe(true);
        for (let day = first; due !== undefined && day < due.dueOn; day = addCalendarDays(day, 1)) {
          expect(isWorkingDay(day, calendar)).toBe(false);
        }
        expect(due !== undefined && due.dueOn >= first).toBe(true);
      }),
    );
  });
});

describe('dueDaysOf', () => {
  it.each([
    ['SEV1', { days: 15, ofKinds: [{ kind: 'mitigate', days: 5 }] }],
    ['SEV2', { days: 30, ofKinds: [] }],
    ['SEV4', { days: undefined, ofKinds: [] }],
  ])('names the kinds that the policy sets apart for %s', (severity, days) => {
    expect(dueDaysOf(severity, policy)).toEqual(days);
  });

  it('promises what an item is due by', () => {
    const some = fc.option(fc.integer({ min: 1, max: 400 }), { nil: undefined });
    fc.assert(
      fc.property(some, fc.dictionary(fc.constantFrom(...ACTION_ITEM_KINDS), some), (of, ofKinds) => {
        const by = (days: number | undefined) => (days === undefined ? {} : { SEV1: days });
        const dueDaysByKind = Object.fromEntries(Object.entries(ofKinds).map(([kind, days]) => [kind, by(days)]));
        const said = { dueDays: by(of), dueDaysByKind };
        const promised = dueDaysOf('SEV1', said);
        for (const kind of [undefined, ...ACTION_ITEM_KINDS]) {
          const due = defaultDue({ kind, severity: 'SEV1' }, said, { today: date('2024-05-07'), calendar });
          expect(due?.days).toBe(promised.ofKinds.find((each) => each.kind === kind)?.days ?? promised.days);
        }
      }),
    );
  });
});
