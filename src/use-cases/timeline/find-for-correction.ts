import type { PersonId, TimelineEventId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import { isSpoken, type TimelineEvent } from '../../domain/timeline/timeline-event.ts';
import type { Records } from '../ports.ts';

export interface FoundEvent {
  readonly incident: Incident;
  readonly event: TimelineEvent;
}

export type NotCorrectable = { readonly kind: 'no-such-event' } | NotAParticipant;

export interface NotAParticipant {
  readonly kind: 'not-a-participant';
}

/** The event, where this person may correct it: automatic events say what happened here, and stay. */
export async function findForCorrection(
  records: Records,
  id: TimelineEventId,
  person: PersonId,
): Promise<Result<FoundEvent, NotCorrectable>> {
  const event = await records.timeline.find(id);
  const incident = event === undefined ? undefined : await records.incidents.find(event.incidentId);
  if (event === undefined || incident === undefined || !isSpoken(event.kind)) {
    return refuse({ kind: 'no-such-event' });
  }
  const checked = await checkParticipant(records, incident, person);
  return checked.ok ? accept({ incident, event }) : checked;
}

/** Only people of the incident's channel change what its record says. */
export async function checkParticipant(
  records: Records,
  incident: Incident,
  person: PersonId,
): Promise<Result<Incident, NotAParticipant>> {
  return (await records.members.has(incident.id, person)) ? accept(incident) : refuse({ kind: 'not-a-participant' });
}
