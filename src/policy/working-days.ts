import { z } from 'zod';
import { choice } from './scalars.ts';
import { WEEKDAYS, weekdayNumber } from './weekdays.ts';

/** As numbers, in the order of the week. */
export const WorkingDays = z
  .array(choice(WEEKDAYS), 'Write whole weekdays in brackets: [Monday, Tuesday].')
  .min(1)
  .transform((names) => [...new Set(names.map(weekdayNumber))].toSorted());
