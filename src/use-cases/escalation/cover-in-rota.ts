import { replacedBy } from '../../domain/escalation/replaced-by.ts';
import type { Rota } from '../../domain/escalation/rota.ts';
import type { RotaOverride } from '../../domain/escalation/rota-override.ts';
import type { Span } from '../../domain/escalation/span.ts';
import { type PersonId, rotaOverrideId } from '../../domain/ids.ts';
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
  readonly override: RotaOverride;
  /** Who is not on duty because of it; nobody where it changes nothing. */
  readonly replaced: readonly PersonId[];
  /** With the override in it. */
  readonly state: RotaState;
}

/** Puts somebody in the place of another, or of whoever is on duty, for a while. */
export async function coverInRota(
  ports: ChangePorts,
  request: Requester & Pick<RotaOverride, 'by' | 'coversFor'> & Span & { readonly rota: Rota },
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

    const id = rotaOverrideId(ports.ids.next());
    const override: RotaOverride = { id, rota: rota.name, by, coversFor, from, until, setBy, setAt: now };
    await records.rotas.addOverride(team, override);
    await records.audit.add({
      teamId: team,
      incidentId: undefined,
      personId: setBy,
      at: now,
      action: 'cover-in-rota',
      details: { override: id, rota: rota.name, by, coversFor: coversFor ?? null, from, until },
    });
    const replaced = replacedBy(rota, await records.rotas.listOverrides(team, rota.name, now), override);
    await askToTellOfCover(records, { override, replaced, doneBy: setBy, isTakenBack: false, now });
    return accept({ override, replaced, state: await readRota(records, { team, rota, now }) });
  });
}
