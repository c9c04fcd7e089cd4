import type { KeptOverride, RotaOverride } from '../../domain/escalation/rota-override.ts';
import type { PersonId, RotaOverrideId } from '../../domain/ids.ts';
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
    override,
    replaced,
    doneBy,
    isTakenBack,
    now,
  }: {
    readonly override: RotaOverride;
    readonly replaced: readonly PersonId[];
    readonly doneBy: PersonId;
    readonly isTakenBack: boolean;
    readonly now: Instant;
  },
): Promise<void> {
  const { id: overrideId, by, coversFor } = override;
  const concerned = new Set([by, ...(coversFor === undefined ? replaced : [coversFor])]);
  concerned.delete(doneBy);
  for (const personId of concerned) {
    const lane = `cover:${overrideId}:${personId}`;
    await enqueue(records, lane, now, { kind: 'tell-of-cover', overrideId, personId, isTakenBack });
  }
}

/** Of what was taken back meanwhile nobody hears that it was set. */
export async function tellOfCover(
  ports: Pick<Ports, 'database' | 'directory' | 'messenger'>,
  told: { readonly overrideId: RotaOverrideId; readonly personId: PersonId; readonly isTakenBack: boolean },
  claimed: ClaimedWork,
): Promise<void> {
  const { overrideId, personId, isTakenBack } = told;
  const kept = await readOverride(ports, overrideId);
  const isStale = kept.withdrawn !== undefined && !isTakenBack;
  const person = (await knowPeople(ports, kept.teamId, [personId])).get(personId);
  if (!isStale && person !== undefined && canBeReached(person)) {
    await ports.messenger.tellOfCover(personId, kept, attempt(claimed));
  }
}

/** Whoever set it must call them: a cover of which nobody knows is none. */
export async function reportUntoldCover(
  ports: Pick<Ports, 'database' | 'messenger'>,
  untold: { readonly overrideId: RotaOverrideId; readonly personId: PersonId; readonly reason: string },
  claimed: ClaimedWork,
): Promise<void> {
  const { overrideId, personId: person, reason } = untold;
  const cover = await readOverride(ports, overrideId);
  const doneBy = cover.withdrawn?.by ?? cover.override.setBy;
  await ports.messenger.reportUntoldCover(doneBy, { cover, person, reason }, attempt(claimed));
}

async function readOverride({ database }: Pick<Ports, 'database'>, id: RotaOverrideId): Promise<KeptOverride> {
  const kept = await database.records.rotas.findOverride(id);
  if (kept === undefined) {
    throw new Error(`no override ${id}`);
  }
  return kept;
}
