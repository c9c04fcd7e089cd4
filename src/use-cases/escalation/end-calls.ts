import type { Escalation } from '../../domain/escalation/escalation.ts';
import { end } from '../../domain/escalation/progress.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Instant } from '../../domain/time.ts';
import { enqueue } from '../enqueue.ts';
import type { Records } from '../ports.ts';
import { laneOf } from './call-step.ts';
import { updateCalls } from './follow-answer.ts';
import { showEscalation } from './show-escalation.ts';

/** The incident is over: nobody has to answer any more, and whoever was still called hears so. */
export async function endCalls(records: Records, incident: Pick<Incident, 'id'>, now: Instant): Promise<void> {
  for (const escalation of await records.escalations.list(incident.id)) {
    const ended = end(escalation, now);
    if (ended !== undefined) {
      await records.escalations.save(ended);
      await showEscalation(records, ended, now);
      await updateCalls(records, ended, now);
      if (escalation.state !== 'answered') {
        await tellWhoeverWaits(records, ended, now);
      }
    }
  }
}

/** Once each, however often they were called. */
async function tellWhoeverWaits(records: Records, { id, calls }: Escalation, now: Instant): Promise<void> {
  const last = new Map(calls.filter(({ state }) => state === 'delivered').map((call) => [call.personId, call]));
  last.delete(undefined);
  for (const call of last.values()) {
    await enqueue(records, laneOf(call), now, { kind: 'tell-ended', escalationId: id, callId: call.id });
  }
}
