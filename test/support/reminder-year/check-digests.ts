import type { PersonId } from '../../../src/domain/ids.ts';
import { canBeReached, type Person } from '../../../src/domain/people/person.ts';
import type { Chronicle } from './chronicle.ts';
import { CLOSES, concernsLeaderByHand, OPENS, owedDay } from './ladder-by-hand.ts';
import { isWorked, wallAt } from './local-time.ts';
import { instantAt, type SentDigestEntry } from './year.ts';

/** Of the messages that somebody got: none twice on a day, out of hours, about what was not theirs, or that nobody owed them. */
export function checkDigests(
  chronicle: Chronicle,
  personId: PersonId,
  digests: readonly SentDigestEntry[],
): readonly string[] {
  return digests.flatMap((digest, place) => {
    const before = digests[place - 1];
    const faults = [
      ...checkHours(chronicle, digest),
      ...(before === undefined ? [] : checkOncePerDay(chronicle, digest, before)),
      ...checkListed(chronicle, digest),
      ...checkComplete(chronicle, digest),
      ...checkOwed(chronicle, digest, before),
    ];
    return faults.map((fault) => `${personId} ${instantAt(digest.at)}: ${fault}`);
  });
}

function believed(chronicle: Chronicle, { personId, at }: SentDigestEntry): readonly Person[] {
  const instants = chronicle.mayBelieve(at, chronicle.year.people.get(personId));
  return instants.map((then) => chronicle.person(personId, then));
}

function checkHours(chronicle: Chronicle, digest: SentDigestEntry): readonly string[] {
  const isAtWork = (person: Person) => {
    const { day, minutes } = wallAt(digest.at, person.timeZone);
    const isAway = person.awayUntil !== undefined && person.awayUntil > instantAt(digest.at);
    const isInHours = OPENS <= minutes && minutes < CLOSES;
    return canBeReached(person) && !isAway && isInHours && isWorked(day, person.timeZone);
  };
  const people = believed(chronicle, digest);
  const [now] = people;
  return people.some(isAtWork) ? [] : [`not at work: ${JSON.stringify(now)}`];
}

function checkOncePerDay(chronicle: Chronicle, digest: SentDigestEntry, before: SentDigestEntry): readonly string[] {
  const then = chronicle.person(digest.personId, before.at).timeZone;
  const [lastDay] = [wallAt(before.at, then).day];
  const isAnother = ({ timeZone }: Person) => {
    const { day } = wallAt(digest.at, timeZone);
    return day !== lastDay && day !== wallAt(before.at, timeZone).day;
  };
  return believed(chronicle, digest).some(isAnother) ? [] : [`a second one on a day, after ${instantAt(before.at)}`];
}

function checkListed(chronicle: Chronicle, { personId, at, items }: SentDigestEntry): readonly string[] {
  const { timeZone } = chronicle.person(personId, at);
  const { day } = wallAt(at, timeZone);
  const strangers = items.filter(({ id, capacity }) => {
    const instants = chronicle.mayBelieve(at, ...chronicle.historiesOf(personId, id));
    return !instants.some((then) => {
      const standing = chronicle.standing(personId, id, then);
      const concerns =
        standing !== undefined && (capacity === 'owner' || concernsLeaderByHand(standing, timeZone, day + 1));
      return concerns && standing.capacity === capacity;
    });
  });
  const doubles = items.length - new Set(items.map(({ id }) => id)).size;
  return [
    ...strangers.map(({ id, capacity }) => `lists ${id}, of which they are not the ${capacity}`),
    ...(doubles > 0 ? [`lists ${doubles} items twice`] : []),
  ];
}

/** All that has been theirs for a while is in it. */
function checkComplete(chronicle: Chronicle, { personId, at, items }: SentDigestEntry): readonly string[] {
  const listed = new Set(items.map(({ id }) => id));
  return chronicle.itemsOf(personId).flatMap((id) => {
    if (listed.has(id) || chronicle.standing(personId, id, at)?.capacity !== 'owner') {
      return [];
    }
    const instants = chronicle.mayBelieve(at, ...chronicle.historiesOf(personId, id));
    const isTheirs = instants.every((then) => chronicle.standing(personId, id, then)?.capacity === 'owner');
    return isTheirs ? [`does not list ${id}, which is theirs`] : [];
  });
}

/** Something in it was to be told by then, and had not been. */
function checkOwed(
  chronicle: Chronicle,
  digest: SentDigestEntry,
  before: SentDigestEntry | undefined,
): readonly string[] {
  const { personId, at, items } = digest;
  const people = believed(chronicle, digest);
  const isOwed = items.some(({ id }) =>
    chronicle.mayBelieve(at, ...chronicle.historiesOf(personId, id)).some((then) =>
      people.some(({ timeZone }) => {
        const standing = chronicle.standing(personId, id, then);
        const heard = before === undefined ? 0 : lastDays(chronicle, before, timeZone)[0];
        return standing !== undefined && owedDay(standing, timeZone, heard, wallAt(at, timeZone).day) !== undefined;
      }),
    ),
  );
  return isOwed ? [] : [`nothing was owed; the last was at ${before && instantAt(before.at)}`];
}

/** The day of a message where its reader was then, and as where they are now tells it: the first of the two, and the last. */
export function lastDays(
  chronicle: Chronicle,
  { personId, at }: SentDigestEntry,
  zone: string,
): readonly [number, number] {
  const there = wallAt(at, chronicle.person(personId, at).timeZone).day;
  const here = wallAt(at, zone).day;
  return [Math.min(there, here), Math.max(there, here)];
}
