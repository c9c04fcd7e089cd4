import { describe, expect, it } from 'vitest';
import {
  dayOfReminder,
  dueOn,
  firstInstantOf,
  isStillTrue,
} from '../../../../src/domain/postmortem/review/deadline.ts';
import {
  addCalendarDays,
  type CalendarDate,
  calendarDateAt,
  type Instant,
  instantOnDate,
  timeZone,
  UTC,
} from '../../../../src/domain/time.ts';

const policy = {
  dueWorkingDays: { SEV1: 5, SEV2: 1 },
  zone: UTC,
  workingDays: [1, 2, 3, 4, 5],
  isHoliday: () => false,
};
const date = (text: string) => text as CalendarDate;
const at = (text: string) => text as Instant;

describe('dueOn', () => {
  const resolved = {
    status: 'resolved',
    severity: 'SEV1',
    resolvedAt: at('2024-05-07T23:30:00.000Z'),
    isDrill: false,
  } as const;

  it('counts from the day of the resolution, in the zone of the policy', () => {
    expect(dueOn(resolved, policy)).toBe('2024-05-14');
    expect(dueOn({ ...resolved, status: 'closed' }, policy)).toBe('2024-05-14');
    expect(dueOn(resolved, { ...policy, zone: timeZone('Africa/Addis_Ababa') })).toBe('2024-05-15');
    expect(dueOn({ ...resolved, severity: 'SEV2' }, policy)).toBe('2024-05-08');
  });

  it('skips holidays, and so do its reminders', () => {
    // Ascension Day.
    const isHoliday = (day: CalendarDate) => day === '2024-05-09';

    expect(dueOn(resolved, { ...policy, isHoliday })).toBe('2024-05-15');
    expect(dayOfReminder('before', date('2024-05-10'), { ...policy, isHoliday })).toBe('2024-05-08');
  });

  it.each([
    { ...resolved, severity: 'SEV3' },
    { ...resolved, isDrill: true },
    { ...resolved, resolvedAt: undefined, status: 'monitoring' } as const,
    { ...resolved, status: 'canceled' } as const,
  ])('is missing for %j', (incident) => {
    expect(dueOn(incident, policy)).toBeUndefined();
  });
});

describe('reminders', () => {
  it.each([
    ['before', '2024-05-10', ['2024-05-10', '2024-05-12']],
    ['on-the-day', '2024-05-13', ['2024-05-13', '2024-05-13']],
    ['after', '2024-05-14', ['2024-05-14', '2024-06-30']],
  ] as const)('%s the day, on %s, are true from then to then: %j', (reminder, day, [first, last]) => {
    const due = date('2024-05-13');
    expect(dayOfReminder(reminder, due, policy)).toBe(day);
    const isTrue = (text: string) => isStillTrue(reminder, due, date(text));
    expect([isTrue(first), isTrue(last)]).toEqual([true, true]);
    expect(isTrue(reminder === 'after' ? '2024-05-13' : addCalendarDays(date(last), 1))).toBe(false);
  });

  it('are looked at before it is that time of day anywhere', () => {
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Auckland', 'Europe/Berlin', 'America/Los_Angeles']) {
      const there = instantOnDate(date('2024-01-15'), '09:00', timeZone(zone));
      expect(firstInstantOf(date('2024-01-15'), '09:00') <= there).toBe(true);
    }
    expect(calendarDateAt(firstInstantOf(date('2024-01-15'), '09:00'), UTC)).toBe('2024-01-14');
  });
});
