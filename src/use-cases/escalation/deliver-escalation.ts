import type { EscalationId, TimelineEventId } from '../../domain/ids.ts';
import { canBeReached } from '../../domain/people/person.ts';
import { accept } from '../../domain/result.ts';
import { attempt } from '../attempt.ts';
import { knowPeople } from '../people/know-people.ts';
import { maySee } from '../people/may-see.ts';
import type { Ports } from '../ports.ts';
import { linkEvent } from '../timeline/link-event.ts';
import type { ClaimedWork } from '../work.ts';
import type { EscalationWork } from './escalation-work.ts';
import { readCall, readEscalation } from './find-call.ts';
import type { CallRequest } from './keep-call.ts';
import type { CallPorts } from './make-call.ts';
import { readToldCall } from './read-told-call.ts';
import { sendToWebhook } from './send-to-webhook.ts';
import { laneOfMessage, showEscalation } from './show-escalation.ts';

type DeliveryPorts = Pick<Ports, 'database' | 'caller' | 'messenger' | 'directory' | 'clock' | 'wake'>;

interface AboutEscalation {
  readonly escalationId: EscalationId;
  /** What the timeline says of it. */
  readonly eventId?: TimelineEventId | undefined;
}

/** Shows the escalation in the incident's channel. */
export async function postEscalation(
  ports: DeliveryPorts,
  { escalationId: id, eventId }: AboutEscalation,
  claimed: ClaimedWork,
): Promise<void> {
  const { escalation, incident } = await readEscalation(ports.database.records, id);
  if (incident.channel === undefined) {
    return;
  }
  const message = await ports.caller.postEscalation(incident.channel, { incident, escalation }, attempt(claimed));
  await linkEvent(ports, eventId, message);
  await ports.database.transaction(async (records) => {
    const { escalation: current } = await readEscalation(records, id);
    await records.escalations.save({ ...current, message });
    // What happened while it was posted was asked to be shown in vain.
    await showEscalation(records, current, ports.clock.now());
    return accept(undefined);
  });
  ports.wake();
}

/** Shows there what became of it. */
export async function refreshEscalation(
  ports: DeliveryPorts,
  { escalationId, eventId }: AboutEscalation,
): Promise<void> {
  const { escalation, incident } = await readEscalation(ports.database.records, escalationId);
  if (escalation.message === undefined) {
    return;
  }
  await linkEvent(ports, eventId, escalation.message);
  // Where a later one waits, that shows all: Slack takes only so many changes a minute.
  if (!(await ports.database.records.work.isWaiting(laneOfMessage(escalationId), 'refresh-escalation'))) {
    await ports.caller.refreshEscalation(escalation.message, { incident, escalation });
  }
}

export async function postStep(
  ports: DeliveryPorts,
  { escalationId, eventId }: Extract<EscalationWork, { kind: 'post-step' }>,
  claimed: ClaimedWork,
): Promise<void> {
  const { escalation } = await readEscalation(ports.database.records, escalationId);
  const event = await ports.database.records.timeline.find(eventId);
  if (escalation.message !== undefined && event !== undefined) {
    await linkEvent(ports, eventId, escalation.message);
    await ports.caller.postStep(escalation.message, event, attempt(claimed));
  }
}

/** Shows whoever was called where the escalation stands. */
export async function updateCall(ports: CallPorts, request: CallRequest): Promise<void> {
  const { call } = await readCall(ports.database.records, request);
  if (call.message !== undefined) {
    await ports.caller.refreshCall(call.message, await readToldCall(ports, request));
  }
}

/** Tells a system outside what became of the escalation. */
export async function tellWebhook(
  ports: CallPorts,
  { event, by, ...request }: Extract<EscalationWork, { kind: 'tell-webhook' }>,
  claimed: ClaimedWork,
): Promise<void> {
  await sendToWebhook(ports, request, { kind: event, by }, claimed);
}

/** Tells whoever was called that no answer is needed any more. */
export async function tellEnded(ports: CallPorts, request: CallRequest, claimed: ClaimedWork): Promise<void> {
  const told = await readToldCall(ports, request);
  if (told.call.personId !== undefined) {
    await ports.caller.tellEnded(told.call.personId, told, attempt(claimed));
  }
}

/** Says in the channel whom a call did not reach, so that nobody waits for an answer that cannot come. */
export async function postUnreached(
  ports: DeliveryPorts,
  unreached: Extract<EscalationWork, { kind: 'post-unreached' }>,
  claimed: ClaimedWork,
): Promise<void> {
  const { escalation, incident, call } = await readCall(ports.database.records, unreached);
  if (incident.channel !== undefined) {
    const { reason } = unreached;
    await ports.caller.postUnreached(incident.channel, { incident, escalation, call, reason }, attempt(claimed));
  }
}

export async function postUnanswered(
  ports: DeliveryPorts,
  { escalationId, eventId }: Extract<EscalationWork, { kind: 'post-unanswered' }>,
  claimed: ClaimedWork,
): Promise<void> {
  const { escalation, incident } = await readEscalation(ports.database.records, escalationId);
  const event = await ports.database.records.timeline.find(eventId);
  if (incident.channel !== undefined && event !== undefined && escalation.state === 'unanswered') {
    const told = { incident, escalation, event };
    const message = await ports.caller.postUnanswered(incident.channel, told, attempt(claimed));
    await linkEvent(ports, eventId, message);
  }
}

export async function tellUnanswered(
  ports: DeliveryPorts,
  { escalationId, personId, eventId }: Extract<EscalationWork, { kind: 'tell-unanswered' }>,
  claimed: ClaimedWork,
): Promise<void> {
  const { records } = ports.database;
  const { escalation, incident } = await readEscalation(records, escalationId);
  const person = (await knowPeople(ports, incident.teamId, [personId])).get(personId);
  const isTold = person !== undefined && canBeReached(person) && (await maySee(records, incident, personId));
  const event = await records.timeline.find(eventId);
  if (isTold && event !== undefined && escalation.state === 'unanswered') {
    await ports.caller.tellUnanswered(personId, { incident, escalation, event }, attempt(claimed));
  }
}
