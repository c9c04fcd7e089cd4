import type { Deadlines } from '../../../domain/postmortem/review/deadline.ts';
import type { Ports } from '../../ports.ts';

/** The policy's, with the holidays of whoever lives in its time zone. */
export function deadlinesOf({ policy, calendarOf }: Pick<Ports, 'policy' | 'calendarOf'>): Deadlines {
  const { postmortems } = policy;
  const calendar = calendarOf(postmortems.zone);
  return { ...postmortems, isHoliday: (day) => calendar.isHoliday(day) };
}
