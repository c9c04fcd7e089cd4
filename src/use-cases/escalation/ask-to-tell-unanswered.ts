import { calledPeople, type Escalation } from '../../domain/escalation/escalation.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { canBeReached } from '../../domain/people/person.ts';
import { enqueue } from '../enqueue.ts';
import type { Records } from '../ports.ts';
import { recordEvent } from '../timeline/record-event.ts';
import type { Progress, StepPorts } from './call-step.ts';
import { showEscalation } from './show-escalation.ts';

/** Has the channel, and whoever asked for help or declared the incident, told that nobody is left to call. */
export async function askToTellUnanswered(
  ports: StepPorts,
  records: Records,
  { incident, escalation, now, why }: Progress & { readonly why: string },
): Promise<void> {
  const event = await recordEvent(ports, records, {
    incident,
    kind: 'unanswered',
    text: `${why}: nobody is left to call`,
    at: now,
    now,
    recordedBy: escalation.requestedBy,
    saidBy: undefined,
    about: escalation.eventId,
  });
  await showEscalation(records, escalation, now);
  if (event === undefined) {
    return;
  }
  const told = { kind: 'post-unanswered', escalationId: escalation.id, eventId: event.id } as const;
  await enqueue(records, incident.id, now, told);
  for (const personId of await whoHears(records, incident, escalation)) {
    const key = `tell-unanswered:${escalation.id}:${personId}:${escalation.position.round}:${escalation.position.step}`;
    await enqueue(records, key, now, {
      kind: 'tell-unanswered',
      escalationId: escalation.id,
      personId,
      eventId: event.id,
    });
  }
}

/** Where nobody asked for help, as with an alert, all who were called: nobody else knows of it. */
async function whoHears(records: Records, incident: Incident, escalation: Escalation): Promise<Iterable<PersonId>> {
  const asked = new Set([escalation.requestedBy, incident.declaredBy]);
  const people = await records.people.find(incident.teamId, [...asked]);
  const isAnybodyThere = [...asked].some((id) => {
    const person = people.get(id);
    return person === undefined || canBeReached(person);
  });
  return isAnybodyThere ? asked : calledPeople(escalation);
}
