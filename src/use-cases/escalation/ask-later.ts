import type { Escalation } from '../../domain/escalation/escalation.ts';
import { callId, type EscalationId } from '../../domain/ids.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import { addMilliseconds, type Instant, MINUTE } from '../../domain/time.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import type { Requester } from '../request.ts';
import { askToCall } from './call-step.ts';
import { findEscalation } from './find-call.ts';
import { showEscalation } from './show-escalation.ts';

/** Shorter than a usual step, so that whoever asks for it is asked again before somebody else is woken. */
export const ASK_LATER_MINUTES = 3;

export type AskLaterRefusal =
  | { readonly kind: 'call-ended' }
  | { readonly kind: 'not-called' }
  | { readonly kind: 'nothing-to-acknowledge' };

export interface AskedLater {
  readonly escalation: Escalation;
  readonly at: Instant;
}

/** Calls somebody once more in a while; it is no answer, so whoever comes next is called as planned. */
export async function askLater(
  ports: ChangePorts,
  request: Requester & { readonly escalationId: EscalationId },
): Promise<Result<AskedLater, AlreadyHandled | AskLaterRefusal>> {
  return change<AskedLater, AskLaterRefusal>(ports, request, async (records, now) => {
    const found = await findEscalation(records, request.escalationId);
    if (found === undefined || found.escalation.state === 'ended') {
      return refuse({ kind: 'call-ended' });
    }
    const { escalation } = found;
    if (escalation.state !== 'calling') {
      return refuse({ kind: 'nothing-to-acknowledge' });
    }
    const last = escalation.calls.findLast(({ personId }) => personId === request.personId);
    if (last === undefined) {
      return refuse({ kind: 'not-called' });
    }
    const at = addMilliseconds(now, ASK_LATER_MINUTES * MINUTE);
    if (last.state !== 'pending') {
      const again = {
        ...last,
        id: callId(ports.ids.next()),
        calledAt: at,
        deliveredAt: undefined,
        state: 'pending',
        isQuiet: false,
        note: undefined,
        respondedAt: undefined,
        message: undefined,
      } as const;
      await records.escalations.save({ ...escalation, calls: [...escalation.calls, again] });
      await askToCall(records, { escalationId: escalation.id, callId: again.id }, at);
      await showEscalation(records, escalation, now);
    }
    return accept({ escalation, at: last.state === 'pending' ? last.calledAt : at });
  });
}
