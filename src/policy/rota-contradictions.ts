import type { Rota } from '../domain/escalation/rota.ts';
import type { Policy } from '../domain/policy.ts';
import { addCalendarDays } from '../domain/time.ts';
import { isoWeekday } from '../domain/timeline/calendar.ts';
import type { Contradiction } from './contradiction.ts';
import { WEEKDAYS } from './weekdays.ts';

export function rotaContradictions({ rotas }: Policy): readonly Contradiction[] {
  return rotas.flatMap(firstHandOver);
}

function firstHandOver({ name, handOverWeekday, firstHandOver: date }: Rota): readonly Contradiction[] {
  const weekday = isoWeekday(date);
  if (weekday === handOverWeekday) {
    return [];
  }
  const before = addCalendarDays(date, -((7 + weekday - handOverWeekday) % 7));
  const sentence = `Write a ${WEEKDAYS[handOverWeekday - 1]}, as in hand_over, such as ${before}: ${date} is a ${WEEKDAYS[weekday - 1]}.`;
  return [{ path: ['rotas', name, 'first_hand_over'], sentence }];
}
