import type { PersonId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Records } from '../ports.ts';

/** Whoever is not in the channel of a private incident hears nothing of it. */
export async function maySee(records: Records, incident: Incident, person: PersonId): Promise<boolean> {
  return !incident.isPrivate || records.members.has(incident.id, person);
}
