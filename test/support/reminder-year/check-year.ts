import type { PersonId } from '../../../src/domain/ids.ts';
import { checkAssignments } from './check-assignments.ts';
import { checkDigests } from './check-digests.ts';
import { checkMissed } from './check-missed.ts';
import { Chronicle } from './chronicle.ts';
import type { SentDigestEntry, Year } from './year.ts';

/** What is wrong with a year, and what happened in it at all. */
export async function checkYear(
  year: Year,
): Promise<{ readonly wrong: readonly string[]; readonly summary: Readonly<Record<string, number>> }> {
  const chronicle = await Chronicle.read(year);
  const digests = new Map<PersonId, SentDigestEntry[]>(year.cast.people.map(({ id }) => [id, []]));
  for (const digest of year.digests) {
    digests.get(digest.personId)?.push(digest);
  }
  const wrong = [...digests].flatMap(([personId, sent]) => [
    ...checkDigests(chronicle, personId, sent),
    ...checkMissed(chronicle, personId, sent),
  ]);
  return { wrong: [...year.failures, ...wrong, ...checkAssignments(chronicle)], summary: summarize(year) };
}

function summarize(year: Year): Readonly<Record<string, number>> {
  const listed = year.digests.flatMap(({ items }) => items);
  const told = (what: string) => year.told.filter((entry) => entry.what === what).length;
  return {
    digests: year.digests.length,
    listedItems: listed.length,
    listedToLeaders: listed.filter(({ capacity }) => capacity === 'leader').length,
    assignments: told('assigned'),
    returns: told('unheard'),
    starts: year.starts,
    standstills: year.botDown.length,
    outages: year.slackDown.length,
    ...Object.fromEntries(year.counts),
  };
}
