import type { Call, Escalation } from '../../domain/escalation/escalation.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { addMilliseconds, type Instant, later, MINUTE } from '../../domain/time.ts';
import { enqueue } from '../enqueue.ts';
import type { Ports, Records } from '../ports.ts';
import { laneOf } from './call-step.ts';

/** Has everybody who was called see, and every system outside hear, what somebody's answer or its end made of it. */
export async function updateCalls(records: Records, escalation: Escalation, now: Instant): Promise<void> {
  await showCalls(records, escalation, now);
  for (const call of toTellOutside(escalation)) {
    await tellOutside(records, escalation, call, now);
  }
}

/** Has everybody who was called see where the escalation stands: what changed nothing for systems outside. */
export async function showCalls(records: Records, { id, calls }: Escalation, now: Instant): Promise<void> {
  for (const call of calls.filter(({ state, message }) => message !== undefined || state === 'pending')) {
    await enqueue(records, laneOf(call), now, { kind: 'update-call', escalationId: id, callId: call.id });
  }
}

/** What it is told is settled now, so that a delivery that is repeated later says the same. */
export async function tellOutside(records: Records, escalation: Escalation, call: Call, now: Instant): Promise<void> {
  const event = eventNow(escalation, call);
  if (event !== undefined) {
    const by = event === 'acknowledge' ? escalation.heldBy : undefined;
    const told = { kind: 'tell-webhook', escalationId: escalation.id, callId: call.id, event, by } as const;
    await enqueue(records, laneOf(call), now, told);
  }
}

/** What a system that was called must hear of how the escalation stands. */
function eventNow({ state, resumed }: Escalation, call: Call): 'acknowledge' | 'resolve' | undefined {
  if (state === 'ended' || call.resumed < resumed) {
    return 'resolve';
  }
  return state === 'answered' ? 'acknowledge' : undefined;
}

/** Each system once, however often it was called, and only for as long as the same people were called. */
function toTellOutside({ state, resumed, calls }: Escalation): readonly Call[] {
  const told = state === 'answered' || state === 'ended' ? resumed : resumed - 1;
  const last = new Map<string, Call>();
  for (const call of calls) {
    if (call.target.kind === 'webhook' && wasTold(call) && call.resumed === told) {
      last.set(call.target.name, call);
    }
  }
  return [...last.values()];
}

/** Whether a system outside may know of the call. */
export function wasTold({ state, note }: Call): boolean {
  return state === 'delivered' || (state === 'dropped' && note !== undefined);
}

/** Has whoever is on it asked again after a while, where the policy says so for the severity. */
export async function askAgainLater(
  { policy }: Pick<Ports, 'policy'>,
  records: Records,
  {
    incident,
    escalation,
    now,
  }: { readonly incident: Incident; readonly escalation: Escalation; readonly now: Instant },
): Promise<void> {
  const minutes = policy.askAgainMinutes[incident.severity];
  const { id, state, heldSince } = escalation;
  if (minutes === undefined || heldSince === undefined || state !== 'answered') {
    return;
  }
  // What somebody wrote has the chat system's time, which may be ahead of ours: asked too early, it is not due.
  const runAt = addMilliseconds(later(now, heldSince), minutes * MINUTE);
  const key = `ask-still-on-it:${id}:${heldSince}:${runAt}`;
  await records.work.add({
    work: { kind: 'ask-still-on-it', escalationId: id, since: heldSince },
    lane: key,
    runAt,
    dedupeKey: key,
  });
}
