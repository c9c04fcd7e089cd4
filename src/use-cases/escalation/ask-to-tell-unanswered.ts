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
  if (event !== undefined) {
    const told = { kind: 'post-unanswered', escalationId: escalation.id, eventId: event.id } as const;
    await enqueue(records, incident.id, now, told);
  }
  for (const personId of new Set([escalation.requestedBy, incident.declaredBy])) {
    const key = `tell-unanswered:${escalation.id}:${personId}:${escalation.position.round}:${escalation.position.step}`;
    await enqueue(records, key, now, { kind: 'tell-unanswered', escalationId: escalation.id, personId });
  }
}
