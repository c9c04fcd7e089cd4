import type { Cover } from '../../domain/escalation/cover.ts';
import { replacedBy } from '../../domain/escalation/replaced-by.ts';
import type { Rota } from '../../domain/escalation/rota.ts';
import type { Span } from '../../domain/escalation/span.ts';
import { coverId, type PersonId } from '../../domain/ids.ts';
import type { PersonRefusal } from '../../domain/people/person.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import { type Instant, later } from '../../domain/time.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import { checkParty } from '../people/check-party.ts';
import type { Requester } from '../request.ts';
import { type RotaState, readRota } from './show-rotas.ts';
import { askToTellOfCover } from './tell-of-cover.ts';

export type CoverRefusal =
  | AlreadyHandled
  | PersonRefusal
  | { readonly kind: 'covers-for-oneself'; readonly person: PersonId }
  | { readonly kind: 'cover-is-over'; readonly until: Instant }
  | { readonly kind: 'cover-ends-before-it-begins'; readonly from: Instant; readonly until: Instant };

export interface SetCover {
  readonly cover: Cover;
  /** Who is not on duty because of it; nobody where it changes nothing. */
  readonly replaced: readonly PersonId[];
  /** With the cover in it. */
  readonly state: RotaState;
}

/** Puts somebody in the place of another, or of whoever is on duty, for a while. */
export async function coverInRota(
  ports: ChangePorts,
  request: Requester & Pick<Cover, 'by' | 'coversFor'> & Span & { readonly rota: Rota },
): Promise<Result<SetCover, CoverRefusal>> {
  return change<SetCover, CoverRefusal>(ports, request, async (records, now) => {
    const { teamId: team, personId: setBy, rota, by, coversFor, until } = request;
    // What was said to begin earlier begins now: who was on duty until now stays as it was.
    const from = later(request.from, now);
    if (by === coversFor) {
      return refuse({ kind: 'covers-for-oneself', person: by });
    }
    if (until <= now) {
      return refuse({ kind: 'cover-is-over', until });
    }
    if (until <= from) {
      return refuse({ kind: 'cover-ends-before-it-begins', from, until });
    }
    const checked = await checkParty(records, team, { kind: 'person', id: by });
    if (!checked.ok) {
      return checked;
    }

    const id = coverId(ports.ids.next());
    const cover: Cover = { id, rota: rota.name, by, coversFor, from, until, setBy, setAt: now };
    await records.rotas.addCover(team, cover);
    await records.audit.add({
      teamId: team,
      incidentId: undefined,
      personId: setBy,
      at: now,
      action: 'cover-in-rota',
      details: { cover: id, rota: rota.name, by, coversFor: coversFor ?? null, from, until },
    });
    const replaced = replacedBy(rota, await records.rotas.listCovers(team, rota.name, now), cover);
    await askToTellOfCover(records, { cover, replaced, doneBy: setBy, isTakenBack: false, now });
    return accept({ cover, replaced, state: await readRota(records, { team, rota, now }) });
  });
}
