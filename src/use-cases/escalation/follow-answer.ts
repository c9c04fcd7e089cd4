import type { Escalation } from '../../domain/escalation/escalation.ts';
import { isGroupCall } from '../../domain/escalation/escalation.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { addMilliseconds, type Instant, MINUTE } from '../../domain/time.ts';
import { enqueue } from '../enqueue.ts';
import type { Ports, Records } from '../ports.ts';
import { laneOf } from './call-step.ts';

/** Has everybody who was called see, and every system outside hear, where the escalation stands. */
export async function updateCalls(records: Records, escalation: Escalation, now: Instant): Promise<void> {
  const told = escalation.calls.filter((call) => !isGroupCall(call) && !['failed', 'dropped'].includes(call.state));
  for (const call of told) {
    const update = { kind: 'update-call', escalationId: escalation.id, callId: call.id } as const;
    await enqueue(records, laneOf(call), now, update);
  }
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
  const key = `ask-still-on-it:${id}:${heldSince}`;
  await records.work.add({
    work: { kind: 'ask-still-on-it', escalationId: id, since: heldSince },
    lane: key,
    runAt: addMilliseconds(now, minutes * MINUTE),
    dedupeKey: key,
  });
}
