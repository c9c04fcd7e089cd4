import type { Waiver } from '../../domain/postmortem/check/waiver.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import { audit } from '../audit.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import { findIncidentHere, type NoIncidentHere } from '../incident/find-incident-here.ts';
import type { RequesterInChannel } from '../request.ts';

export type TakeBackWaiverRefusal = AlreadyHandled | NoIncidentHere | { readonly kind: 'no-such-finding' };

/** What was waived counts again. */
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
    if (!(await records.waivers.takeBack(found.value.id, { rule, placeKey }, { by, at: now }))) {
      return refuse({ kind: 'no-such-finding' });
    }
    await audit(records, found.value, { by, now, action: 'take-back-waiver', details: { rule, place: placeKey } });
    return accept(undefined);
  });
}
