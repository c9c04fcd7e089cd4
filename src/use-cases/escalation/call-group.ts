import type { Call } from '../../domain/escalation/escalation.ts';
import { isAt, isLost } from '../../domain/escalation/progress.ts';
import type { Target } from '../../domain/escalation/target.ts';
import { callId } from '../../domain/ids.ts';
import { canBeReached } from '../../domain/people/person.ts';
import { accept } from '../../domain/result.ts';
import { knowPeople } from '../people/know-people.ts';
import { DeliveryError } from '../ports.ts';
import { askToCall } from './call-step.ts';
import { readCall, withCall } from './find-call.ts';
import type { CallRequest } from './keep-call.ts';
import type { CallPorts } from './make-call.ts';

/** Looks up who is in the group, and has each called who can be and has not passed on. */
export async function callGroup(
  ports: CallPorts,
  request: CallRequest,
  group: Extract<Target, { kind: 'group' }>,
): Promise<void> {
  const { incident } = await readCall(ports.database.records, request);
  const members = await ports.directory.listGroupMembers(group.id);
  const people = await knowPeople(ports, incident.teamId, members);
  const reachable = members.filter((member) => {
    const person = people.get(member);
    return person !== undefined && canBeReached(person);
  });
  if (reachable.length === 0) {
    throw new DeliveryError({ sort: 'never', reason: 'group_has_nobody_to_call' });
  }
  const isCalling = await ports.database.transaction(async (records) => {
    const { escalation, call } = await readCall(records, request);
    if (call.state !== 'pending') {
      return accept(true);
    }
    const now = ports.clock.now();
    const called = escalation.calls.filter((other) => isAt(other, call));
    const left = reachable.filter(
      (id) => !isLost(escalation, { target: group, personId: id }) && !called.some(({ personId }) => personId === id),
    );
    const isCovered = left.length > 0 || called.some(({ personId }) => personId !== undefined);
    if (!isCovered) {
      return accept(false);
    }
    const added = left.map(
      (personId): Call => ({
        ...call,
        id: callId(ports.ids.next()),
        personId,
        calledAt: now,
        // Why the group could not be looked up at first is not theirs.
        note: undefined,
      }),
    );
    const looked = withCall(escalation, { ...call, state: 'delivered' });
    await records.escalations.save({ ...looked, calls: [...looked.calls, ...added] });
    for (const { id } of added) {
      await askToCall(records, { ...request, callId: id }, now);
    }
    return accept(true);
  });
  ports.wake();
  if (isCalling.ok && !isCalling.value) {
    throw new DeliveryError({ sort: 'never', reason: 'group_has_nobody_left' });
  }
}
