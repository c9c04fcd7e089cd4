import { z } from 'zod';
import { calendarDate } from '../domain/timeline/calendar.ts';

const WRITE_DATE = 'Write a day as year, month and day, such as 2026-01-05.';

export const Day = z.string(WRITE_DATE).transform((text, context) => {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(text) ?? [];
  const date = calendarDate(Number(year), Number(month), Number(day));
  if (date === undefined) {
    context.addIssue(WRITE_DATE);
    return z.NEVER;
  }
  return date;
});
