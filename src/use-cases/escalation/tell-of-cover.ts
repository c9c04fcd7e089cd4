import type { Cover, KeptCover } from '../../domain/escalation/cover.ts';
import type { CoverId, PersonId } from '../../domain/ids.ts';
import { canBeReached } from '../../domain/people/person.ts';
import type { Instant } from '../../domain/time.ts';
import { attempt } from '../attempt.ts';
import { enqueue } from '../enqueue.ts';
import { knowPeople } from '../people/know-people.ts';
import type { Ports, Records } from '../ports.ts';
import type { ClaimedWork } from '../work.ts';

/** Asks that whoever covers and whoever is covered hear of it, except who does it themselves. */
export async function askToTellOfCover(
  records: Records,
  {
    cover,
    replaced,
    doneBy,
    isTakenBack,
    now,
  }: {
    readonly cover: Cover;
    readonly replaced: readonly PersonId[];
    readonly doneBy: PersonId;
    readonly isTakenBack: boolean;
    readonly now: Instant;
  },
): Promise<void> {
  const { id: coverId, by, coversFor } = cover;
  const concerned = new Set([by, ...(coversFor === undefined ? replaced : [coversFor])]);
  concerned.delete(doneBy);
  for (const personId of concerned) {
    const lane = `cover:${coverId}:${personId}`;
    await enqueue(records, lane, now, { kind: 'tell-of-cover', coverId, personId, isTakenBack });
  }
}

/** Of what was taken back meanwhile nobody hears that it was set. */
export async function tellOfCover(
  ports: Pick<Ports, 'database' | 'directory' | 'messenger'>,
  told: { readonly coverId: CoverId; readonly personId: PersonId; readonly isTakenBack: boolean },
  claimed: ClaimedWork,
): Promise<void> {
  const { coverId, personId, isTakenBack } = told;
  const kept = await readKept(ports, coverId);
  const isStale = kept.takenBack !== undefined && !isTakenBack;
  const person = (await knowPeople(ports, kept.teamId, [personId])).get(personId);
  if (!isStale && person !== undefined && canBeReached(person)) {
    await ports.messenger.tellOfCover(personId, kept, attempt(claimed));
  }
}

/** Whoever set it must call them: a cover of which nobody knows is none. */
export async function reportUntoldCover(
  ports: Pick<Ports, 'database' | 'messenger'>,
  untold: { readonly coverId: CoverId; readonly personId: PersonId; readonly reason: string },
  claimed: ClaimedWork,
): Promise<void> {
  const { coverId, personId: person, reason } = untold;
  const kept = await readKept(ports, coverId);
  const doneBy = kept.takenBack?.by ?? kept.cover.setBy;
  await ports.messenger.reportUntoldCover(doneBy, { kept, person, reason }, attempt(claimed));
}

async function readKept({ database }: Pick<Ports, 'database'>, id: CoverId): Promise<KeptCover> {
  const kept = await database.records.rotas.findCover(id);
  if (kept === undefined) {
    throw new Error(`no cover ${id}`);
  }
  return kept;
}
