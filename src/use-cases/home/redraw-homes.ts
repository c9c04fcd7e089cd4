import type { PersonId, TeamId } from '../../domain/ids.ts';
import { addMilliseconds, DAY, type Instant } from '../../domain/time.ts';
import { enqueue } from '../enqueue.ts';
import type { Records } from '../ports.ts';

/** Whoever opened their home page longer ago opens it again before they look at it. */
const SHOWN_FOR = DAY;

/** Draws the home pages anew that these people may have before them, in the caller's transaction. */
export async function redrawHomes(
  records: Records,
  { teamId, people, now }: { readonly teamId: TeamId; readonly people: readonly PersonId[]; readonly now: Instant },
): Promise<void> {
  const since = addMilliseconds(now, -SHOWN_FOR);
  for (const personId of await records.homes.listOpened(teamId, [...new Set(people)], since)) {
    await enqueue(records, laneOfHome(personId), now, { kind: 'publish-home', teamId, personId, changedAt: now });
  }
}

export function laneOfHome(person: PersonId): string {
  return `home:${person}`;
}
