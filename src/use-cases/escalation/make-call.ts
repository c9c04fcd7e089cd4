import { awaitsAnswer, type Call, type Escalation, isGroupCall } from '../../domain/escalation/escalation.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { canBeReached } from '../../domain/people/person.ts';
import { accept } from '../../domain/result.ts';
import { attempt } from '../attempt.ts';
import { knowPeople } from '../people/know-people.ts';
import { DeliveryError, type Ports } from '../ports.ts';
import type { ClaimedWork } from '../work.ts';
import { callGroup } from './call-group.ts';
import { readCall } from './find-call.ts';
import { type CallOutcome, type CallRequest, keepCall } from './keep-call.ts';
import { noteDelay } from './note-delay.ts';
import { readToldCall } from './read-told-call.ts';
import { sendToWebhook } from './send-to-webhook.ts';

export type CallPorts = Pick<
  Ports,
  'database' | 'caller' | 'webhooks' | 'directory' | 'policy' | 'clock' | 'ids' | 'hash' | 'wake'
>;

/** Makes one call, unless nobody needs it any more. A call that cannot be made is a `DeliveryError` for good. */
export async function makeCall(ports: CallPorts, request: CallRequest, claimed: ClaimedWork): Promise<void> {
  try {
    await tryCall(ports, request, claimed);
  } catch (error) {
    if (error instanceof DeliveryError && error.sort === 'again-later') {
      await noteDelay(ports, request, error.reason);
    }
    throw error;
  }
}

async function tryCall(ports: CallPorts, request: CallRequest, claimed: ClaimedWork): Promise<void> {
  const { escalation, call } = await readCall(ports.database.records, request);
  const isUnrecorded = claimed.attempts > 0 && ['answered', 'passed-on'].includes(call.state);
  if (call.state !== 'pending' && !isUnrecorded) {
    return;
  }
  if (isUnrecorded || !isNeeded(escalation, call)) {
    await keepCall(ports, request, await findEarlier(ports, call, claimed));
    return;
  }
  const { target, personId } = call;
  if (personId !== undefined) {
    await callPerson(ports, request, personId, claimed);
    return;
  }
  switch (target.kind) {
    case 'group':
      return callGroup(ports, request, target);
    case 'channel':
      return callChannel(ports, request, claimed);
    case 'webhook':
      return keepCall(ports, request, {
        state: 'delivered',
        note: await sendToWebhook(ports, request, { kind: 'trigger', by: escalation.requestedBy }, claimed),
      });
    case 'rota':
    case 'person':
      throw new DeliveryError({ sort: 'never', reason: 'rota_gone' });
  }
}

/**
 * What came of an earlier attempt whose outcome nobody wrote down. Where it got through, whoever was called must see what
 * became of the escalation since; a system outside that may have been called hears it too.
 */
async function findEarlier(ports: CallPorts, call: Call, claimed: ClaimedWork): Promise<CallOutcome> {
  if (claimed.attempts === 0) {
    return { state: 'dropped' };
  }
  if (call.target.kind === 'webhook') {
    return { state: 'dropped', note: call.note ?? 'not_known' };
  }
  const message = isGroupCall(call) ? undefined : await ports.caller.findCall(call, attempt(claimed));
  return message === undefined ? { state: 'dropped' } : { state: 'delivered', message };
}

/** Whoever was called again since, or answered, is not called once more. Nobody having answered in time is no reason. */
function isNeeded({ state, resumed, calls }: Escalation, call: Call): boolean {
  const later = calls.slice(calls.findIndex(({ id }) => id === call.id) + 1);
  const isRepeated =
    call.personId !== undefined &&
    later.some(({ personId, calledAt }) => personId === call.personId && calledAt >= call.calledAt);
  const isOld = call.target.kind === 'webhook' && call.resumed < resumed;
  return awaitsAnswer({ state }) && !isRepeated && !isOld;
}

/** Tells one person directly what they are called for. Bringing them into the channel is work of its own. */
async function callPerson(
  ports: CallPorts,
  request: CallRequest,
  personId: PersonId,
  claimed: ClaimedWork,
): Promise<void> {
  const told = await readToldCall(ports, request);
  const person = (await knowPeople(ports, told.incident.teamId, [personId])).get(personId);
  if (person === undefined || !canBeReached(person)) {
    throw new DeliveryError({ sort: 'never', reason: person === undefined ? 'user_not_found' : 'cannot_be_called' });
  }
  await askToInvite(ports, told.incident, personId, request);
  const message = await ports.caller.callPerson(personId, told, attempt(claimed));
  await keepCall(ports, request, { state: 'delivered', message, isQuiet: await wantsQuiet(ports, personId) });
}

/** A private incident is told in no other channel. */
async function callChannel(ports: CallPorts, request: CallRequest, claimed: ClaimedWork): Promise<void> {
  const told = await readToldCall(ports, request);
  const { target } = told.call;
  if (told.incident.isPrivate) {
    throw new DeliveryError({ sort: 'never', reason: 'incident_is_private' });
  }
  if (target.kind === 'channel') {
    const message = await ports.caller.callChannel(target.id, told, attempt(claimed));
    await keepCall(ports, request, { state: 'delivered', message });
  }
}

async function askToInvite(
  ports: CallPorts,
  incident: Incident,
  personId: PersonId,
  { escalationId }: CallRequest,
): Promise<void> {
  await ports.database.transaction(async (records) => {
    const lane = `escalation:${escalationId}:invite:${personId}`;
    await records.work.add({
      work: { kind: 'invite', incidentId: incident.id, personId },
      lane,
      runAt: ports.clock.now(),
      dedupeKey: lane,
    });
    return accept(undefined);
  });
  ports.wake();
}

/** A call is made whether or not the chat system says how somebody wants to be left. */
async function wantsQuiet({ directory, clock }: CallPorts, personId: PersonId): Promise<boolean> {
  try {
    return await directory.wantsQuiet(personId, clock.now());
  } catch (error) {
    if (error instanceof DeliveryError) {
      return false;
    }
    throw error;
  }
}
