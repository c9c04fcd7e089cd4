import { replacedBy } from '../../domain/escalation/replaced-by.ts';
import type { RotaOverride } from '../../domain/escalation/rota-override.ts';
import type { RotaOverrideId } from '../../domain/ids.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import { later } from '../../domain/time.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import type { Ports } from '../ports.ts';
import type { Requester } from '../request.ts';
import { type RotaState, readRota } from './show-rotas.ts';
import { askToTellOfCover } from './tell-of-cover.ts';

export type TakeBackCoverRefusal = AlreadyHandled | { readonly kind: 'no-such-cover' };

export interface TakenBackCover {
  readonly override: RotaOverride;
  /** As it is without the override; undefined where the policy has that rota no more. */
  readonly state: RotaState | undefined;
}

/** Ends an override, or keeps it from ever beginning. Who was on duty until now stays as it was. */
export async function takeBackCover(
  ports: ChangePorts & Pick<Ports, 'policy'>,
  request: Requester & { readonly overrideId: RotaOverrideId },
): Promise<Result<TakenBackCover, TakeBackCoverRefusal>> {
  return change<TakenBackCover, TakeBackCoverRefusal>(ports, request, async (records, now) => {
    const { teamId: team, personId: doneBy } = request;
    const kept = await records.rotas.findOverride(request.overrideId);
    if (kept?.teamId !== team || kept.withdrawn !== undefined || kept.override.until <= now) {
      return refuse({ kind: 'no-such-cover' });
    }
    const { override } = kept;
    const rota = ports.policy.rotas.find(({ name }) => name === override.rota);
    const before = rota && (await records.rotas.listOverrides(team, rota.name, now));
    const replaced = rota && before ? replacedBy(rota, before, { ...override, from: later(override.from, now) }) : [];
    await records.rotas.withdrawOverride(override.id, { by: doneBy, at: now });
    await records.audit.add({
      teamId: team,
      incidentId: undefined,
      personId: doneBy,
      at: now,
      action: 'take-back-cover',
      details: { override: override.id, rota: override.rota },
    });
    await askToTellOfCover(records, { override, replaced, doneBy, isTakenBack: true, now });
    return accept({ override, state: rota && (await readRota(records, { team, rota, now })) });
  });
}
