import type { Cover } from '../../domain/escalation/cover.ts';
import { replacedBy } from '../../domain/escalation/replaced-by.ts';
import type { CoverId } from '../../domain/ids.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import { later } from '../../domain/time.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import type { Ports } from '../ports.ts';
import type { Requester } from '../request.ts';
import { type RotaState, readRota } from './show-rotas.ts';
import { askToTellOfCover } from './tell-of-cover.ts';

export type TakeBackCoverRefusal = AlreadyHandled | { readonly kind: 'no-such-cover' };

export interface TakenBackCover {
  readonly cover: Cover;
  /** As it is without the cover; undefined where the policy has that rota no more. */
  readonly state: RotaState | undefined;
}

/** Ends a cover, or keeps it from ever beginning. Who was on duty until now stays as it was. */
export async function takeBackCover(
  ports: ChangePorts & Pick<Ports, 'policy'>,
  request: Requester & { readonly coverId: CoverId },
): Promise<Result<TakenBackCover, TakeBackCoverRefusal>> {
  return change<TakenBackCover, TakeBackCoverRefusal>(ports, request, async (records, now) => {
    const { teamId: team, personId: doneBy } = request;
    const kept = await records.rotas.findCover(request.coverId);
    if (kept?.teamId !== team || kept.takenBack !== undefined || kept.cover.until <= now) {
      return refuse({ kind: 'no-such-cover' });
    }
    const { cover } = kept;
    const rota = ports.policy.rotas.find(({ name }) => name === cover.rota);
    const before = rota && (await records.rotas.listCovers(team, rota.name, now));
    const replaced = rota && before ? replacedBy(rota, before, { ...cover, from: later(cover.from, now) }) : [];
    await records.rotas.takeBackCover(cover.id, { by: doneBy, at: now });
    await records.audit.add({
      teamId: team,
      incidentId: undefined,
      personId: doneBy,
      at: now,
      action: 'take-back-cover',
      details: { cover: cover.id, rota: cover.rota },
    });
    await askToTellOfCover(records, { cover, replaced, doneBy, isTakenBack: true, now });
    return accept({ cover, state: rota && (await readRota(records, { team, rota, now })) });
  });
}
