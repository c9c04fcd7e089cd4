import { givenWith, type Waiver } from '../../domain/postmortem/check/waiver.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import { audit } from '../audit.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import { findIncidentHere, type NoIncidentHere } from '../incident/find-incident-here.ts';
import type { RequesterInChannel } from '../request.ts';

export type TakeBackWaiverRefusal = AlreadyHandled | NoIncidentHere | { readonly kind: 'no-such-finding' };

/** What was waived counts again, with all that was waived together with it. */
export async function takeBackWaiver(
  ports: ChangePorts,
  request: RequesterInChannel & Pick<Waiver, 'rule' | 'placeKey'>,
): Promise<Result<undefined, TakeBackWaiverRefusal>> {
  return change<undefined, TakeBackWaiverRefusal>(ports, request, async (records, now) => {
    const found = await findIncidentHere(records, request);
    if (!found.ok) {
      return found;
    }
    const { rule, placeKey, personId: by } = request;
    const incident = found.value;
    const waivers = await records.waivers.list(incident.id);
    const waiver = waivers.find((one) => one.rule === rule && one.placeKey === placeKey);
    if (waiver === undefined) {
      return refuse({ kind: 'no-such-finding' });
    }
    const together = givenWith(waiver, waivers);
    for (const one of together) {
      await records.waivers.takeBack(incident.id, one, { by, at: now });
    }
    const place = together.map((one) => one.placeKey).join(' ');
    await audit(records, incident, { by, now, action: 'take-back-waiver', details: { rule, place } });
    return accept(undefined);
  });
}
