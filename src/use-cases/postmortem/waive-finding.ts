import { checkRecordFor } from '../../domain/postmortem/check/check-record.ts';
import { type Finding, openFindings } from '../../domain/postmortem/check/finding.ts';
import type { Waiver } from '../../domain/postmortem/check/waiver.ts';
import { draftPostmortem } from '../../domain/postmortem/draft-postmortem.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import { audit } from '../audit.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import { findIncidentHere, type NoIncidentHere } from '../incident/find-incident-here.ts';
import type { RequesterInChannel } from '../request.ts';
import { checkAhead } from './check-ahead.ts';
import { readRecord } from './read-record.ts';

export type WaiveFindingRefusal = AlreadyHandled | NoIncidentHere | { readonly kind: 'no-reason' | 'no-such-finding' };

/** Somebody says why a finding does not hold here. It stays in the list, with who and why, and stops nothing. */
export async function waiveFinding(
  ports: ChangePorts,
  request: RequesterInChannel & Pick<Waiver, 'rule' | 'placeKey' | 'reason'>,
): Promise<Result<Finding, WaiveFindingRefusal>> {
  const { rule, placeKey, personId: by } = request;
  const reason = request.reason.trim();
  if (reason === '') {
    return refuse({ kind: 'no-reason' });
  }
  const checkedAt = ports.clock.now();
  const check = await checkAhead(ports.database, request, (record) =>
    openFindings(checkRecordFor(by, record, draftPostmortem(record), checkedAt)),
  );
  return change<Finding, WaiveFindingRefusal>(ports, request, async (records, now) => {
    const found = await findIncidentHere(records, request);
    if (!found.ok) {
      return found;
    }
    const incident = found.value;
    const record = await readRecord(records, incident, (ids) => records.people.find(request.teamId, ids));
    const finding = check(record).find((one) => one.rule === rule && one.placeKey === placeKey);
    if (finding === undefined) {
      return refuse({ kind: 'no-such-finding' });
    }
    await records.waivers.add(incident.id, { rule, placeKey, reason, by, at: now });
    await audit(records, incident, { by, now, action: 'waive-finding', details: { rule, place: placeKey, reason } });
    return accept(finding);
  });
}
