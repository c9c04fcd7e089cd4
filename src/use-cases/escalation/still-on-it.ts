import { type AcknowledgeRefusal, release, stayOnIt } from '../../domain/escalation/acknowledge.ts';
import type { Escalation } from '../../domain/escalation/escalation.ts';
import { DEFAULT_WAIT_MINUTES } from '../../domain/escalation/escalation-policy.ts';
import type { EscalationId, PersonId } from '../../domain/ids.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import { addMilliseconds, type Instant, MINUTE, millisecondsBetween } from '../../domain/time.ts';
import { attempt } from '../attempt.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import { DeliveryError, type Ports } from '../ports.ts';
import type { Requester } from '../request.ts';
import { recordEvent } from '../timeline/record-event.ts';
import type { ClaimedWork } from '../work.ts';
import { answer } from './acknowledge-escalation.ts';
import { callNext } from './call-step.ts';
import { findEscalation, readEscalation } from './find-call.ts';
import { askAgainLater, updateCalls } from './follow-answer.ts';
import { lateness } from './lateness.ts';
import { namePerson } from './name-targets.ts';
import { showEscalation } from './show-escalation.ts';

interface Asked {
  readonly escalationId: EscalationId;
  /** What whoever is on it said last. */
  readonly since: Instant;
}

/** Asks whoever is on it whether they still are. Silence passes the call on. */
export async function askStillOnIt(
  ports: Pick<Ports, 'database' | 'caller' | 'clock' | 'policy' | 'wake'>,
  { escalationId, since }: Asked,
  claimed: ClaimedWork,
): Promise<void> {
  const { escalation, incident } = await readEscalation(ports.database.records, escalationId);
  const { heldBy } = escalation;
  // By the severity of now: it was asked for by that of then.
  const minutes = ports.policy.askAgainMinutes[incident.severity] ?? Number.POSITIVE_INFINITY;
  const isDue = millisecondsBetween(since, ports.clock.now()) >= minutes * MINUTE;
  if (!isHeldSince(escalation, since) || heldBy === undefined || !isDue) {
    return;
  }
  try {
    await ports.caller.askStillOnIt(heldBy, { incident, escalation }, attempt(claimed));
  } catch (error) {
    if (error instanceof DeliveryError && error.sort === 'never') {
      await watchSilence(ports, { escalationId, since }, ports.clock.now());
    }
    throw error;
  }
  // From when they were asked: while the chat system takes nothing nobody can fail to say so.
  const until = addMilliseconds(ports.clock.now(), DEFAULT_WAIT_MINUTES * MINUTE);
  await watchSilence(ports, { escalationId, since }, until);
}

async function watchSilence(ports: Pick<Ports, 'database' | 'wake'>, asked: Asked, runAt: Instant): Promise<void> {
  const key = `watch-answer:${asked.escalationId}:${asked.since}`;
  await ports.database.transaction(async (records) => {
    await records.work.add({ work: { kind: 'watch-answer', ...asked }, lane: key, runAt, dedupeKey: key });
    return accept(undefined);
  });
  ports.wake();
}

/** Whoever was asked did not say that they are still on it: the next are called. */
export async function watchAnswer(
  ports: ChangePorts & Pick<Ports, 'policy'>,
  { escalationId, since }: Asked,
  { runAt }: Pick<ClaimedWork, 'runAt'>,
): Promise<void> {
  await ports.database.transaction(async (records) => {
    const found = await findEscalation(records, escalationId);
    if (found === undefined || !isHeldSince(found.escalation, since)) {
      return accept(undefined);
    }
    const { incident, escalation } = found;
    const now = ports.clock.now();
    const name = await namePerson(records, incident.teamId, escalation.heldBy as PersonId);
    const why = `${name} did not say whether they are still on it${lateness(runAt, now)}`;
    const after = await callNext(ports, records, { incident, escalation: release(escalation), now, why });
    await updateCalls(records, after, now);
    return accept(undefined);
  });
  ports.wake();
}

/** Answers that question; said too late it is an answer like any other. */
export async function stillOnIt(
  ports: ChangePorts & Pick<Ports, 'policy'>,
  request: Requester & { readonly escalationId: EscalationId },
): Promise<Result<Escalation, AlreadyHandled | AcknowledgeRefusal>> {
  return change<Escalation, AcknowledgeRefusal>(ports, request, async (records, now) => {
    const found = await findEscalation(records, request.escalationId);
    if (found === undefined) {
      return refuse({ kind: 'nothing-to-acknowledge' });
    }
    const { incident, escalation } = found;
    const held = stayOnIt(escalation, request.personId, now);
    if (held === undefined) {
      return answer(ports, records, { incident, escalation, request, now });
    }
    await records.escalations.save(held);
    const by = { incident, at: now, now, recordedBy: request.personId, about: held.eventId };
    await recordEvent(ports, records, { ...by, kind: 'acknowledged', text: 'Still on it' });
    await showEscalation(records, held, now);
    await askAgainLater(ports, records, { incident, escalation: held, now });
    return accept(held);
  });
}

function isHeldSince({ state, heldSince }: Escalation, since: Instant): boolean {
  return state === 'answered' && heldSince === since;
}
