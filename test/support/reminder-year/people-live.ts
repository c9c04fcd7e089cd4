import type { PersonId } from '../../../src/domain/ids.ts';
import type { Person } from '../../../src/domain/people/person.ts';
import { addMilliseconds, DAY, HOUR, MINUTE } from '../../../src/domain/time.ts';
import { rememberPerson } from '../../../src/use-cases/people/know-people.ts';
import { ZONES } from './cast.ts';
import type { Year } from './year.ts';

/** People go away and come back, move, leave and return. */
export function planPeople(year: Year): void {
  for (const { id } of year.cast.people) {
    planNext(year, id, 0);
  }
}

function planNext(year: Year, id: PersonId, index: number): void {
  const { dice } = year;
  const wait = dice.between(5, 80, 'person', id, index) * DAY + dice.between(0, 24 * 60, 'minute', id, index) * MINUTE;
  const at = atAnOddMinute(year.elapsed() + wait);
  if (at >= year.days * DAY) {
    return;
  }
  year.agenda.schedule(at, async () => {
    await change(year, id, index);
    planNext(year, id, index + 1);
  });
}

/** So that much happens at once, and a large year has fewer moments to look at. */
const QUARTER = 15 * MINUTE;

/** From then on, but never when a reminder goes out, so that it is clear which of the two came first. */
export function atAnOddMinute(at: number): number {
  const odd = 2.5 * MINUTE;
  return Math.ceil((at - odd) / QUARTER) * QUARTER + odd;
}

async function change(year: Year, id: PersonId, index: number): Promise<void> {
  const { dice } = year;
  const about = ['changes', id, index] as const;
  const before = year.personNow(id);
  const roll = dice.roll(...about);
  const wait = dice.between(1, 20, ...about, 'days') * DAY + dice.between(-12, 12, ...about, 'hours') * HOUR;
  if (roll < 0.15 && !year.cast.leaders.includes(id) && !before.isDeactivated) {
    year.count('left');
    await become(year, { ...before, isDeactivated: true });
    if (dice.chance(0.6, ...about, 'returns')) {
      later(year, wait, id, (now) => ({ ...now, isDeactivated: false }));
    }
  } else if (roll < 0.45) {
    year.count('moved');
    await become(year, { ...before, timeZone: dice.pick(ZONES, ...about, 'zone') });
  } else {
    year.count('went away');
    const until = addMilliseconds(year.clock.now(), wait);
    await become(year, { ...before, awayUntil: until });
    if (dice.chance(0.3, ...about, 'early')) {
      later(year, wait / 2, id, (now) => ({ ...now, awayUntil: undefined }));
    }
  }
}

function later(year: Year, wait: number, id: PersonId, changed: (now: Person) => Person): void {
  const at = atAnOddMinute(year.elapsed() + wait);
  year.agenda.schedule(at, () => become(year, changed(year.personNow(id))));
}

/** A process hears of it at once where one runs; else they are found so at the next start. */
async function become(year: Year, person: Person): Promise<void> {
  year.keep(year.people, person.id, person);
  if (year.isBotUp) {
    await rememberPerson({ database: year.opened.database, clock: year.clock, wake: () => {} }, person);
  }
}
