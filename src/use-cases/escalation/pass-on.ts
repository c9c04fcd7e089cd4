import { type PassOnRefusal, passOn } from '../../domain/escalation/acknowledge.ts';
import type { Escalation } from '../../domain/escalation/escalation.ts';
import type { EscalationId } from '../../domain/ids.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import { audit } from '../audit.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import type { Ports } from '../ports.ts';
import type { Requester } from '../request.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { callNext } from './call-step.ts';
import { findEscalation } from './find-call.ts';
import { showCalls, updateCalls } from './follow-answer.ts';
import { namePerson } from './name-targets.ts';
import { settleStep } from './settle-step.ts';
import { showEscalation } from './show-escalation.ts';

export interface PassedOn {
  readonly before: Escalation;
  readonly after: Escalation;
}

/** Says that one cannot: the next are called at once, unless others of this step can still answer. */
export async function passOnCall(
  ports: ChangePorts & Pick<Ports, 'policy'>,
  request: Requester & { readonly escalationId: EscalationId },
): Promise<Result<PassedOn, AlreadyHandled | PassOnRefusal>> {
  return change<PassedOn, PassOnRefusal>(ports, request, async (records, now) => {
    const found = await findEscalation(records, request.escalationId);
    if (found === undefined) {
      return refuse({ kind: 'call-ended' });
    }
    const { incident, escalation: before } = found;
    const passed = passOn(before, request.personId, now);
    if (!passed.ok) {
      return passed;
    }
    await records.escalations.save(passed.value);
    const wasOnIt = before.state === 'answered';
    const text = wasOnIt ? 'Was on it and passed the call on' : 'Passed the call on';
    await recordEvent(ports, records, {
      incident,
      kind: 'passed-on',
      text,
      at: now,
      now,
      recordedBy: request.personId,
      about: before.eventId,
    });
    const name = await namePerson(records, incident.teamId, request.personId);
    const progress = { incident, escalation: passed.value, now, why: `${name} passed the call on` };
    const after = wasOnIt ? await callNext(ports, records, progress) : await settleStep(ports, records, progress);
    await showEscalation(records, before, now);
    await (wasOnIt ? updateCalls : showCalls)(records, after, now);
    await audit(records, incident, {
      by: request.personId,
      now,
      action: 'pass-on-call',
      details: { escalation: before.id },
    });
    return accept({ before, after });
  });
}
