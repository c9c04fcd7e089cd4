import type { Call, Escalation } from '../../domain/escalation/escalation.ts';
import { isSameTarget } from '../../domain/escalation/target.ts';
import type { CallId, EscalationId, MessageRef } from '../../domain/ids.ts';
import { accept } from '../../domain/result.ts';
import { enqueue } from '../enqueue.ts';
import type { Ports, Records } from '../ports.ts';
import { laneOf, type StepPorts } from './call-step.ts';
import { readCall, withCall } from './find-call.ts';
import { tellOutside, wasTold } from './follow-answer.ts';
import { nameCalls } from './name-targets.ts';
import { settleStep } from './settle-step.ts';
import { showEscalation } from './show-escalation.ts';

export interface CallRequest {
  readonly escalationId: EscalationId;
  readonly callId: CallId;
}

/** What came of a call. */
export type CallOutcome =
  | {
      readonly state: 'delivered';
      readonly message?: MessageRef;
      /** What a system outside answered. */
      readonly note?: string;
      readonly isQuiet?: boolean;
    }
  /** `note`: why. */
  | { readonly state: 'failed'; readonly note: string }
  /** `note`: why it is not known whether a system outside was called. */
  | { readonly state: 'dropped'; readonly note?: string };

/**
 * Writes down what came of a call. Where it did not get through, or may not be noticed, the channel is told, and the next
 * are called at once unless somebody else of this step can answer.
 */
export async function keepCall(
  ports: StepPorts & Pick<Ports, 'database' | 'clock' | 'wake'>,
  request: CallRequest,
  outcome: CallOutcome,
): Promise<void> {
  const { escalationId, callId } = request;
  await ports.database.transaction(async (records) => {
    const { escalation: before, incident, call } = await readCall(records, request);
    if (call.state !== 'pending' && outcome.state !== 'delivered') {
      return accept(undefined);
    }
    const now = ports.clock.now();
    // Whoever answered before their call was noted as delivered has answered; the message is kept to be updated.
    const kept: Call = {
      ...call,
      note: undefined,
      ...outcome,
      deliveredAt: outcome.state === 'delivered' ? (call.deliveredAt ?? now) : undefined,
      state: call.state === 'pending' ? outcome.state : call.state,
    };
    const escalation = withCall(before, kept);
    await records.escalations.save(escalation);
    const problem = call.state === 'pending' ? problemOf(kept) : undefined;
    if (problem !== undefined && isNews(escalation, kept)) {
      await enqueue(records, incident.id, now, { kind: 'post-unreached', escalationId, callId, reason: problem });
    }
    const why = `${await nameCalls(records, incident.teamId, [kept])} ${whyOf(kept)}`;
    await settleStep(ports, records, { incident, escalation, now, why });
    await showEscalation(records, escalation, now);
    await updateLate(records, escalation, kept, now);
    return accept(undefined);
  });
  ports.wake();
}

/** In a word, as `DeliveryError` has them. Who of a group wants quiet its message shows: a line for each would drown it. */
function problemOf({ state, isQuiet, note, target }: Call): string | undefined {
  if (state === 'failed') {
    return note;
  }
  return isQuiet && target.kind !== 'group' ? 'do_not_disturb' : undefined;
}

/** Each round finds the same again; it is told once. */
function isNews({ calls }: Escalation, call: Call): boolean {
  return !calls.some(
    (other) =>
      other.id < call.id &&
      other.personId === call.personId &&
      isSameTarget(other.target, call.target) &&
      problemOf(other) === problemOf(call),
  );
}

function whyOf({ state }: Call): string {
  return state === 'failed' ? 'could not be reached' : 'may not notice the call';
}

/** What became of the escalation while the call was on its way was told to a message that was not there yet. */
async function updateLate(records: Records, escalation: Escalation, call: Call, now: Call['calledAt']): Promise<void> {
  if (call.target.kind === 'webhook') {
    const isFirstTold = wasTold(call) && !escalation.calls.some((other) => isSameAlert(other, call) && wasTold(other));
    await (isFirstTold ? tellOutside(records, escalation, call, now) : undefined);
    return;
  }
  const isNews = escalation.state !== 'calling' || call.state === 'passed-on';
  if (isNews && call.state !== 'failed' && call.state !== 'dropped') {
    const told = { escalationId: escalation.id, callId: call.id };
    await enqueue(records, laneOf(call), now, { kind: 'update-call', ...told });
    if (isCalledInVain(escalation, call)) {
      await enqueue(records, laneOf(call), now, { kind: 'tell-ended', ...told });
    }
  }
}

/** Whether a system outside takes both calls for one alert, of which it hears once. */
function isSameAlert(one: Call, other: Call): boolean {
  return one.id !== other.id && one.resumed === other.resumed && isSameTarget(one.target, other.target);
}

/** Whether it is the only call of somebody that got through, and nobody had answered when the incident was over. */
function isCalledInVain({ state, heldBy, calls }: Escalation, call: Call): boolean {
  const isFirst = !calls.some(
    ({ id, personId, state: other }) => id !== call.id && personId === call.personId && other === 'delivered',
  );
  return (
    state === 'ended' && heldBy === undefined && call.state === 'delivered' && call.personId !== undefined && isFirst
  );
}
