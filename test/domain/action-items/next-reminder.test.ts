import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LastReminder, nextOfferAt, nextReminderAt } from '../../../src/domain/action-items/next-reminder.ts';
import type { Reader } from '../../../src/domain/action-items/reader.ts';
import {
  addMilliseconds,
  type CalendarDate,
  calendarDateAt,
  clockAt,
  DAY,
  type Instant,
  MINUTE,
  timeZone,
  UTC,
} from '../../../src/domain/time.ts';

const day = (text: string) => text as CalendarDate;
const at = (text: string) => `${text}:00.000Z` as Instant;
const calendar: Reader['calendar'] = { workingDays: [1, 2, 3, 4, 5], isHoliday: (date) => date === '2024-05-09' };

function readerIn(zone: string, overrides: Partial<Reader> = {}): Reader {
  return { zone: timeZone(zone), calendar, timeOfDay: '09:00', awayUntil: undefined, ...overrides };
}

/** To be reminded of on the 13th, 15th, 16th, 20th and 22nd. */
const item = {
  item: { owner: undefined, dueOn: day('2024-05-15'), snoozedUntil: undefined, plannedAt: at('2024-05-01T12:00') },
  capacity: 'owner',
  lacksOwner: false,
} as const;

function sent(sentOn: string, sentAt: string): LastReminder {
  return { sentOn: day(sentOn), sentAt: at(sentAt) };
}

describe('nextReminderAt', () => {
  it.each<[string, Reader, Instant, LastReminder | undefined, string | undefined]>([
    ['at nine', readerIn('UTC'), at('2024-05-10T20:00'), undefined, '2024-05-13T09:00'],
    ['at nine where they live', readerIn('America/New_York'), at('2024-05-10T20:00'), undefined, '2024-05-13T13:00'],
    ['now, when nine is over', readerIn('UTC'), at('2024-05-13T12:34'), undefined, '2024-05-13T12:34'],
    ['until eight hours later', readerIn('UTC'), at('2024-05-13T16:59'), undefined, '2024-05-13T16:59'],
    ['the next morning after that', readerIn('UTC'), at('2024-05-13T17:00'), undefined, '2024-05-14T09:00'],
    [
      'never after midnight, however late the hour of reminders',
      readerIn('UTC', { timeOfDay: '22:00' }),
      at('2024-05-14T00:30'),
      undefined,
      '2024-05-14T22:00',
    ],
    ['on Monday, what was missed on Friday', readerIn('UTC'), at('2024-05-17T18:00'), undefined, '2024-05-20T09:00'],
    ['after a holiday', readerIn('UTC', { timeOfDay: '12:00' }), at('2024-05-09T12:00'), undefined, '2024-05-13T12:00'],
    [
      'once for the day',
      readerIn('UTC'),
      at('2024-05-13T10:00'),
      sent('2024-05-13', '2024-05-13T09:00'),
      '2024-05-15T09:00',
    ],
    [
      'not of what an earlier message covered',
      readerIn('UTC'),
      at('2024-05-14T10:00'),
      sent('2024-05-14', '2024-05-14T09:30'),
      '2024-05-15T09:00',
    ],
    [
      'when they are back',
      readerIn('UTC', { awayUntil: at('2024-05-14T11:00') }),
      at('2024-05-13T10:00'),
      undefined,
      '2024-05-14T11:00',
    ],
    [
      'the morning after they are back late',
      readerIn('UTC', { awayUntil: at('2024-05-17T23:59') }),
      at('2024-05-13T10:00'),
      undefined,
      '2024-05-20T09:00',
    ],
    [
      // 09:00 of the 15th in Auckland is 11:00 of the 14th in Honolulu.
      'not again on a day that comes twice, for whoever moves west',
      readerIn('Pacific/Honolulu'),
      at('2024-05-14T22:00'),
      sent('2024-05-15', '2024-05-14T21:00'),
      '2024-05-16T19:00',
    ],
  ])('reminds %s', (_, reader, now, last, expected) => {
    expect(nextReminderAt([item], reader, { now, last })).toBe(`${expected}:00.000Z`);
  });

  it('reminds whoever moves east not again on the day on which their last message came there, but on the next', () => {
    // 09:00 of the 13th in Honolulu is 07:00 of the 14th in Auckland, where two hours later they are owed that of the 14th.
    const last = sent('2024-05-13', '2024-05-13T19:00');
    const owedOnThe14th = { ...item, item: { ...item.item, dueOn: day('2024-05-13') } };
    const [now, reader] = [at('2024-05-13T20:00'), readerIn('Pacific/Auckland')];

    expect(nextReminderAt([owedOnThe14th], reader, { now, last })).toBe('2024-05-14T21:00:00.000Z');
    expect(nextReminderAt([owedOnThe14th], reader, { now, last: undefined })).toBe('2024-05-13T21:00:00.000Z');
  });

  it('reminds nobody of nothing, and of several items by the first', () => {
    const now = at('2024-05-10T20:00');
    const later = { ...item, item: { ...item.item, dueOn: day('2024-07-01') } };

    expect(nextReminderAt([], readerIn('UTC'), { now, last: undefined })).toBeUndefined();
    expect(nextReminderAt([later, item], readerIn('UTC'), { now, last: undefined })).toBe('2024-05-13T09:00:00.000Z');
  });

  it('comes on a working day between nine and five, on no day twice, wherever one moves and whenever one is away', () => {
    const zones = ['Pacific/Auckland', 'Asia/Kolkata', 'Europe/Berlin', 'America/New_York', 'Pacific/Honolulu'];
    const aMoment = fc.record({
      wait: fc.integer({ min: 1, max: 3 * 24 * 60 }),
      zone: fc.constantFrom(...zones),
      awayFor: fc.option(fc.integer({ min: 1, max: 5 * 24 * 60 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(aMoment, { maxLength: 60 }), (moments) => {
        let now = at('2024-03-01T00:00');
        let last: LastReminder | undefined;
        const daily = [0, 1, 2, 3, 4, 5, 6].map((offset) => ({
          ...item,
          item: { ...item.item, dueOn: day(`2024-02-0${offset + 1}`), plannedAt: at('2024-02-01T12:00') },
        }));
        for (const { wait, zone, awayFor } of moments) {
          now = addMilliseconds(now, wait * MINUTE);
          const awayUntil = awayFor === undefined ? undefined : addMilliseconds(now, awayFor * MINUTE);
          const reader = readerIn(zone, { awayUntil });
          const next = nextReminderAt(daily, reader, { now, last });
          if (next === now) {
            const { date, time } = clockAt(now, reader.zone);
            expect(time >= '09:00' && time < '17:00').toBe(true);
            expect([6, 0]).not.toContain(new Date(date).getUTCDay());
            expect(awayUntil).toBeUndefined();
            expect(date > (last?.sentOn ?? '')).toBe(true);
            expect(last === undefined || date > calendarDateAt(last.sentAt, reader.zone)).toBe(true);
            last = { sentOn: date, sentAt: now };
          }
        }
      }),
    );
  });

  it('waits for no more than what is in its way', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * 24 * 60 }), (minutes) => {
        const now = addMilliseconds(at('2024-06-01T00:00'), minutes * MINUTE);
        const next = nextReminderAt([item], { ...readerIn('UTC'), zone: UTC }, { now, last: undefined });
        expect(next !== undefined && next <= addMilliseconds(now, 3 * DAY)).toBe(true);
      }),
    );
  });
});

describe('nextOfferAt', () => {
  const planned = { owner: undefined, dueOn: undefined, snoozedUntil: undefined, plannedAt: at('2024-05-13T12:00') };

  it.each<[string, Parameters<typeof nextOfferAt>[0], string | undefined, string, string]>([
    ['two working days after it was planned', planned, undefined, '2024-05-13T12:00', '2024-05-15T09:00'],
    ['now, within a working day, where that is over', planned, undefined, '2024-05-17T16:59', '2024-05-17T16:59'],
    ['the next working day, where that is over', planned, undefined, '2024-05-17T17:00', '2024-05-20T09:00'],
    ['a week after the channel was told', planned, '2024-05-15T09:00', '2024-05-15T09:00', '2024-05-22T09:00'],
    ['the working day after that week', planned, '2024-05-18T09:00', '2024-05-19T09:00', '2024-05-27T09:00'],
    [
      'when it comes back from a snooze',
      { ...planned, snoozedUntil: day('2024-06-01') },
      '2024-05-15T09:00',
      '2024-05-15T10:00',
      '2024-06-03T09:00',
    ],
    [
      'a week after the channel was told, though it is late on the day before',
      { ...planned, dueOn: day('2024-05-14') },
      '2024-05-15T09:00',
      '2024-05-20T12:00',
      '2024-05-22T09:00',
    ],
  ])('is %s', (_, offered, lastTold, now, expected) => {
    const told = lastTold === undefined ? undefined : at(lastTold);

    expect(nextOfferAt(offered, readerIn('UTC'), { now: at(now), lastTold: told })).toBe(at(expected));
  });
});
