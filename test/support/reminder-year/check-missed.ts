import type { PersonId } from '../../../src/domain/ids.ts';
import { canBeReached, type Person } from '../../../src/domain/people/person.ts';
import { lastDays } from './check-digests.ts';
import type { Chronicle } from './chronicle.ts';
import { CLOSES, OPENS, owedDay } from './ladder-by-hand.ts';
import { dateOf, elapsedAtWall, isWorked, wallAt } from './local-time.ts';
import { instantAt, type SentDigestEntry, type Stretch, YEAR_START } from './year.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Where all stays as it is for so long, in hours in which they may be told, whatever is owed must have come. */
const LONGEST_WAIT = 45 * MINUTE;

/** Every hour of work in which something was owed and nothing came. */
export function checkMissed(
  chronicle: Chronicle,
  personId: PersonId,
  digests: readonly SentDigestEntry[],
): readonly string[] {
  const versions = chronicle.year.people.get(personId) ?? [];
  const end = (chronicle.year.days - 1) * DAY;
  const items = chronicle.itemsOf(personId);
  const changes = changesFor(chronicle, personId, digests);
  return versions.flatMap(({ from, value }, place) => {
    const until = Math.min(versions[place + 1]?.from ?? end, end);
    return workHours(value, { from, until }).flatMap((hours) =>
      quietStretches(hours, changes).flatMap((stretch) => {
        const missed = chronicle.isUp(stretch.from, stretch.until)
          ? missedIn(chronicle, { person: value, items, digests, at: stretch.from })
          : undefined;
        return missed === undefined ? [] : [`${personId} ${instantAt(stretch.from)}: ${missed}`];
      }),
    );
  });
}

/** Working days from 09:00 to 17:00, there and while they were there and not away. */
function workHours({ timeZone, awayUntil, ...person }: Person, { from, until }: Stretch): readonly Stretch[] {
  if (!canBeReached({ ...person, timeZone, awayUntil })) {
    return [];
  }
  const back = awayUntil === undefined ? from : Math.max(from, Date.parse(awayUntil) - Date.parse(YEAR_START));
  const hours: Stretch[] = [];
  for (let { day } = wallAt(back, timeZone); elapsedAtWall(day, OPENS, timeZone) < until; day++) {
    if (isWorked(day, timeZone)) {
      hours.push({
        from: Math.max(back, elapsedAtWall(day, OPENS, timeZone)),
        until: Math.min(until, elapsedAtWall(day, CLOSES, timeZone)),
      });
    }
  }
  return hours;
}

/** All at which what they are owed may become another thing. */
function changesFor(chronicle: Chronicle, personId: PersonId, digests: readonly SentDigestEntry[]): readonly number[] {
  const histories = chronicle.itemsOf(personId).flatMap((id) => chronicle.historiesOf(personId, id));
  const changes = [
    ...histories.flatMap((versions) => (versions ?? []).map(({ from }) => from)),
    ...digests.map(({ at }) => at),
    ...chronicle.down.flatMap(({ from, until }) => [from, until]),
  ];
  return [...new Set(changes)].sort((one, other) => one - other);
}

function quietStretches({ from, until }: Stretch, changes: readonly number[]): readonly Stretch[] {
  const edges = [from, ...between(changes, from, until), until];
  return edges
    .slice(1)
    .map((edge, place) => ({ from: edges[place] ?? edge, until: edge }))
    .filter((stretch) => stretch.until - stretch.from > LONGEST_WAIT);
}

function between(sorted: readonly number[], from: number, until: number): readonly number[] {
  let low = 0;
  for (let high = sorted.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) > from) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  const found: number[] = [];
  for (let place = low; (sorted[place] ?? until) < until; place++) {
    found.push(sorted[place] ?? until);
  }
  return found;
}

interface Look {
  readonly person: Person;
  readonly items: ReturnType<Chronicle['itemsOf']>;
  readonly digests: readonly SentDigestEntry[];
  readonly at: number;
}

function missedIn(chronicle: Chronicle, { person, items, digests, at }: Look): string | undefined {
  const { id: personId, timeZone } = person;
  const last = digests.findLast((digest) => digest.at <= at);
  const [, heard] = last === undefined ? [0, 0] : lastDays(chronicle, last, timeZone);
  const { day: today } = wallAt(at, timeZone);
  if (heard >= today) {
    return undefined;
  }
  for (const id of items) {
    const standing = chronicle.standing(personId, id, at);
    const owed = standing && owedDay(standing, timeZone, heard, today);
    if (standing !== undefined && owed !== undefined) {
      const { capacity, item } = standing;
      const why = `${capacity}, due ${item.dueOn}, snoozed ${item.snoozedUntil}, planned ${item.plannedAt}, ${timeZone}`;
      return `was owed ${id} since ${dateOf(owed)} (${why}); the last was at ${last && instantAt(last.at)}`;
    }
  }
  return undefined;
}
