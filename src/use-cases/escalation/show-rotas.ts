import type { Cover } from '../../domain/escalation/cover.ts';
import { type DutyNow, dutyAt } from '../../domain/escalation/duty.ts';
import type { Rota } from '../../domain/escalation/rota.ts';
import type { TeamId } from '../../domain/ids.ts';
import { canBeReached, type Person } from '../../domain/people/person.ts';
import type { Instant } from '../../domain/time.ts';
import type { Ports, Records } from '../ports.ts';

/** A rota as it stands. */
export interface RotaState {
  readonly rota: Rota;
  readonly at: Instant;
  readonly duty: DutyNow;
  /** Those that hold and those to come, the earliest first. */
  readonly covers: readonly Cover[];
  /** Whom no call reaches, of the members and of those who cover; first whoever is on duty. */
  readonly unreachable: readonly Person[];
}

export async function showRotas(
  { database, clock }: Pick<Ports, 'database' | 'clock'>,
  team: TeamId,
  rotas: readonly Rota[],
): Promise<readonly RotaState[]> {
  const now = clock.now();
  return Promise.all(rotas.map((rota) => readRota(database.records, { team, rota, now })));
}

export async function readRota(
  records: Records,
  { team, rota, now }: { readonly team: TeamId; readonly rota: Rota; readonly now: Instant },
): Promise<RotaState> {
  const covers = await records.rotas.listCovers(team, rota.name, now);
  const duty = dutyAt(rota, covers, now);
  const concerned = [...new Set([duty.person, ...rota.members, ...covers.map(({ by }) => by)])];
  const people = await records.people.find(team, concerned);
  return {
    rota,
    at: now,
    duty,
    covers: covers.toSorted((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from))),
    unreachable: concerned.flatMap((id) => people.get(id) ?? []).filter((person) => !canBeReached(person)),
  };
}
