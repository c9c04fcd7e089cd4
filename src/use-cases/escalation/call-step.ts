import type { Call, Escalation, Position } from '../../domain/escalation/escalation.ts';
import { onDuty } from '../../domain/escalation/on-duty.ts';
import { askedForNow, giveUp, isAt, isLost, moveTo, positionAfter, stepAt } from '../../domain/escalation/progress.ts';
import type { Target } from '../../domain/escalation/target.ts';
import { callId, type PersonId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { addMilliseconds, type Instant, MINUTE } from '../../domain/time.ts';
import { enqueue } from '../enqueue.ts';
import type { Ports, Records } from '../ports.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { askToTellUnanswered } from './ask-to-tell-unanswered.ts';
import { nameCalls } from './name-targets.ts';
import { showEscalation } from './show-escalation.ts';

export type StepPorts = Pick<Ports, 'ids' | 'hash' | 'policy'>;

export interface Progress {
  readonly incident: Incident;
  readonly escalation: Escalation;
  readonly now: Instant;
}

/** Calls the next that are left to call, in the caller's transaction; where nobody is, says so. `why` begins the event. */
export async function callNext(
  ports: StepPorts,
  records: Records,
  { incident, escalation, now, why }: Progress & { readonly why: string },
): Promise<Escalation> {
  const next = positionAfter(escalation.plan, escalation.position);
  const begun = await beginStep(ports, records, { incident, escalation, now }, next);
  if (begun === undefined) {
    const given = giveUp(escalation);
    await records.escalations.save(given);
    await askToTellUnanswered(ports, records, { incident, escalation: given, now, why });
    return given;
  }
  const { position } = begun;
  const calls = begun.calls.filter((call) => isAt(call, position));
  const round = position.round > 1 ? `, round ${position.round}` : '';
  const event = await recordEvent(ports, records, {
    incident,
    kind: 'called',
    text: `${why}: called ${await nameCalls(records, incident.teamId, calls)}${round}`,
    at: now,
    now,
    recordedBy: escalation.requestedBy,
    saidBy: undefined,
    about: escalation.eventId,
  });
  await showEscalation(records, escalation, now);
  if (event !== undefined) {
    await enqueue(records, incident.id, now, { kind: 'post-step', escalationId: escalation.id, eventId: event.id });
  }
  return begun;
}

/** Makes the calls of the first step from there on that has somebody left to call. Undefined where none has. */
export async function beginStep(
  ports: StepPorts,
  records: Records,
  { incident, escalation, now }: Progress,
  from: Position | undefined,
): Promise<Escalation | undefined> {
  for (let position = from; position !== undefined; position = positionAfter(escalation.plan, position)) {
    const calls = await makeCalls(ports, records, { incident, escalation, now }, position);
    if (calls.length > 0) {
      const moved = moveTo({ ...escalation, calls: withCalls(escalation.calls, calls) }, position);
      await records.escalations.save(moved);
      for (const { id } of calls.filter(({ id }) => escalation.calls.every((known) => known.id !== id))) {
        await askToCall(records, { escalationId: escalation.id, callId: id }, now);
      }
      const { waitMinutes = 0 } = stepAt(escalation.plan, position) ?? {};
      await watch(records, moved, addMilliseconds(now, waitMinutes * MINUTE));
      return moved;
    }
  }
  return undefined;
}

/** In a lane of its own: nobody's call waits for another's. */
export async function askToCall(
  records: Records,
  { escalationId, callId: id }: { readonly escalationId: Escalation['id']; readonly callId: Call['id'] },
  runAt: Instant,
): Promise<void> {
  await enqueue(records, laneOf({ escalationId, id }), runAt, { kind: 'make-call', escalationId, callId: id });
}

export function laneOf(call: Pick<Call, 'escalationId' | 'id'>): string {
  return `escalation:${call.escalationId}:${call.id}`;
}

/** Has it looked at again then, once. */
export async function watch(records: Records, { id, position }: Escalation, runAt: Instant): Promise<void> {
  const lane = `watch-escalation:${id}:${position.round}:${position.step}`;
  await records.work.add({
    work: { kind: 'watch-escalation', escalationId: id, ...position },
    lane,
    runAt,
    dedupeKey: `${lane}:${runAt}`,
  });
}

async function makeCalls(
  ports: StepPorts,
  records: Records,
  { incident, escalation, now }: Progress,
  position: Position,
): Promise<readonly Call[]> {
  const calls: Call[] = [];
  for (const target of stepAt(escalation.plan, position)?.targets ?? []) {
    const found = await personOf(ports, records, { incident, target, now });
    const isKnown = calls.some(({ personId }) => personId !== undefined && personId === found);
    const again = askedForNow(escalation, found, now);
    if (!isKnown && again !== undefined) {
      calls.push({ ...again, ...position, target, calledAt: now });
    } else if (!isKnown && !isLost(escalation, { target, personId: found })) {
      calls.push({
        id: callId(ports.ids.next()),
        escalationId: escalation.id,
        ...position,
        target,
        personId: found,
        calledAt: now,
        deliveredAt: undefined,
        state: 'pending',
        resumed: escalation.resumed,
        isQuiet: false,
        note: undefined,
        respondedAt: undefined,
        message: undefined,
      });
    }
  }
  return calls;
}

/** Undefined where a target is no person, or is a rota that the policy has no more. */
export async function personOf(
  { policy }: Pick<Ports, 'policy'>,
  records: Records,
  { incident, target, now }: { readonly incident: Incident; readonly target: Target; readonly now: Instant },
): Promise<PersonId | undefined> {
  if (target.kind === 'person') {
    return target.id;
  }
  const rota = target.kind === 'rota' ? policy.rotas.find(({ name }) => name === target.name) : undefined;
  return rota && onDuty(rota, await records.rotas.listCovers(incident.teamId, rota.name, now), now);
}

/** Changed where they are known, added where they are new. */
function withCalls(known: readonly Call[], calls: readonly Call[]): readonly Call[] {
  const changed = new Map(calls.map((call) => [call.id, call]));
  const added = calls.filter(({ id }) => known.every((call) => call.id !== id));
  return [...known.map((call) => changed.get(call.id) ?? call), ...added];
}
