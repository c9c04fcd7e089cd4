import { checkRecordFor } from '../../domain/postmortem/check/check-record.ts';
import { openFindings } from '../../domain/postmortem/check/finding.ts';
import { alikeTo, nameOfAll } from '../../domain/postmortem/check/group-alike.ts';
import type { Waiver } from '../../domain/postmortem/check/waiver.ts';
import { draftPostmortem } from '../../domain/postmortem/draft-postmortem.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import { audit } from '../audit.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import { findIncidentHere, type NoIncidentHere } from '../incident/find-incident-here.ts';
import type { RequesterInChannel } from '../request.ts';
import { checkAhead } from './check-ahead.ts';
import { readRecord } from './read-record.ts';

export interface WaiveFinding extends RequesterInChannel, Pick<Waiver, 'rule' | 'placeKey' | 'reason'> {
  /** Names it and those that were shown as one with it. */
  readonly shown: string;
}

export type WaiveFindingRefusal =
  | AlreadyHandled
  | NoIncidentHere
  | { readonly kind: 'no-reason' | 'no-such-finding' | 'other-findings' };

/**
 * Somebody says why a finding does not hold here, and all that are alike to it, as they are shown as one. They stay in the
 * list, with who and why, and stop nothing.
 */
export async function waiveFinding(
  ports: ChangePorts,
  request: WaiveFinding,
): Promise<Result<undefined, WaiveFindingRefusal>> {
  const { rule, placeKey, personId: by } = request;
  const reason = request.reason.trim();
  if (reason === '') {
    return refuse({ kind: 'no-reason' });
  }
  const checkedAt = ports.clock.now();
  const check = await checkAhead(ports.database, request, (record) =>
    openFindings(checkRecordFor(by, record, draftPostmortem(record), checkedAt)),
  );
  return change<undefined, WaiveFindingRefusal>(ports, request, async (records, now) => {
    const found = await findIncidentHere(records, request);
    if (!found.ok) {
      return found;
    }
    const incident = found.value;
    const record = await readRecord(records, incident, (ids) => records.people.find(request.teamId, ids));
    const findings = check(record);
    const finding = findings.find((one) => one.rule === rule && one.placeKey === placeKey);
    if (finding === undefined) {
      return refuse({ kind: 'no-such-finding' });
    }
    const alike = alikeTo(finding, findings);
    if (nameOfAll(alike) !== request.shown) {
      return refuse({ kind: 'other-findings' });
    }
    for (const one of alike) {
      await records.waivers.add(incident.id, { rule, placeKey: one.placeKey, reason, by, at: now });
    }
    const place = alike.map((one) => one.placeKey).join(' ');
    await audit(records, incident, { by, now, action: 'waive-finding', details: { rule, place, reason } });
    return accept(undefined);
  });
}
