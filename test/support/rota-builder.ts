import type { Cover } from '../../src/domain/escalation/cover.ts';
import type { Rota } from '../../src/domain/escalation/rota.ts';
import { coverId, personId } from '../../src/domain/ids.ts';
import type { CalendarDate, Instant, TimeZone } from '../../src/domain/time.ts';

export const [ana, ben, claire, mahari] = ['U0ANA', 'U0BEN', 'U0CLAIRE', 'U0MAHARI'].map(personId) as [
  ReturnType<typeof personId>,
  ReturnType<typeof personId>,
  ReturnType<typeof personId>,
  ReturnType<typeof personId>,
];

/** Ana, Ben and Claire, from Monday the 6th of May 2024 on, at nine in Berlin: 07:00 in UTC. */
export function aRota(overrides: Partial<Rota> = {}): Rota {
  return {
    name: 'database',
    members: [ana, ben, claire],
    zone: 'Europe/Berlin' as TimeZone,
    handOverWeekday: 1,
    handOverTime: '09:00',
    firstHandOver: '2024-05-06' as CalendarDate,
    ...overrides,
  };
}

/** `07 12:00`, of May 2024, in UTC. */
export function inMay(dayAndTime: string): Instant {
  return `2024-05-${dayAndTime.replace(' ', 'T')}:00.000Z` as Instant;
}

/** Mahari covers for Ana on the 7th of May, said that morning. */
export function aCover(overrides: Partial<Cover> = {}): Cover {
  return {
    id: coverId('01HZZZ0000000000000000CVR1'),
    rota: 'database',
    by: mahari,
    coversFor: ana,
    from: inMay('07 08:00'),
    until: inMay('07 20:00'),
    setBy: ben,
    setAt: inMay('07 06:00'),
    ...overrides,
  };
}
