import type { Cover } from '../../../src/domain/escalation/cover.ts';
import type { Rota } from '../../../src/domain/escalation/rota.ts';
import type { PersonId } from '../../../src/domain/ids.ts';
import { DAY, HOUR, type Instant, instant, type TimeZone } from '../../../src/domain/time.ts';

/** As it was set; the bot reads what the database has of it. */
export interface MonthCover extends Cover {
  takenBackAt: Instant | undefined;
}

export interface DutyByHand {
  readonly person: PersonId | undefined;
  readonly isCovered: boolean;
  readonly isNearAChangeOfClocks: boolean;
}

/**
 * Who is on duty, found in another way than the bot does: hand-overs are counted from the first on, each where a clock
 * on the wall shows its time. Of the covers in one rota at most one holds at a time.
 */
export function dutyByHand(rota: Rota, covers: readonly MonthCover[], at: Instant): DutyByHand {
  let count = 0;
  while (handOver(rota, count) <= at) {
    count += 1;
  }
  const turn = rota.members[(count - 1) % rota.members.length];
  const cover = covers.find(
    ({ rota: name, from, until, takenBackAt }) =>
      name === rota.name && from <= at && at < until && (takenBackAt === undefined || at < takenBackAt),
  );
  const isCovered = cover !== undefined && (cover.coversFor === undefined || cover.coversFor === turn);
  const offsets = [-3, 3].map((hours) => offset(rota.zone, Date.parse(at) + hours * HOUR));
  return { person: isCovered ? cover.by : turn, isCovered, isNearAChangeOfClocks: offsets[0] !== offsets[1] };
}

const handOvers = new Map<string, Instant>();

function handOver(rota: Rota, week: number): Instant {
  const key = `${rota.name}:${week}`;
  const known = handOvers.get(key) ?? findHandOver(rota, week);
  handOvers.set(key, known);
  return known;
}

/** Where the wall shows it twice, the first; where it never does, as long after the change as it would be after it. */
function findHandOver({ firstHandOver, handOverTime, zone }: Rota, week: number): Instant {
  const wall = Date.parse(`${firstHandOver}T${handOverTime}:00Z`) + week * 7 * DAY;
  const [before = 0, after = 0] = [-DAY, DAY].map((away) => offset(zone, wall + away));
  const shown = [before, after].map((ahead) => wall - ahead).filter((at) => at + offset(zone, at) === wall);
  return instant(Math.min(...(shown.length === 0 ? [wall - before] : shown)));
}

const formats = new Map<TimeZone, Intl.DateTimeFormat>();

/** How far a clock on the wall is ahead of UTC then, in milliseconds. */
function offset(zone: TimeZone, at: number): number {
  const known =
    formats.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' });
  formats.set(zone, known);
  const second = Math.floor(at / 1_000) * 1_000;
  return Date.parse(`${known.format(second).replace(' ', 'T')}Z`) - second;
}
