import type { Cover } from '../../domain/escalation/cover.ts';
import { type DutyNow, dutyAt } from '../../domain/escalation/duty.ts';
import type { Rota } from '../../domain/escalation/rota.ts';
import type { TeamId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import type { Ports, Records } from '../ports.ts';

/** A rota as it stands. */
export interface RotaState {
  readonly rota: Rota;
  readonly at: Instant;
  readonly duty: DutyNow;
  /** Those that hold and those to come, the earliest first. */
  readonly covers: readonly Cover[];
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
  const covers = await records.rotas.listOverrides(team, rota.name, now);
  return {
    rota,
    at: now,
    duty: dutyAt(rota, covers, now),
    covers: covers.toSorted((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from))),
  };
}
