import type { IncidentId, PersonId } from '../../domain/ids.ts';
import { accept } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import { readIncident } from '../incident/deliver-incident.ts';
import type { Ports } from '../ports.ts';
import { askToKeepInStep } from '../postmortem/ask-to-keep-in-step.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { knowPeople } from './know-people.ts';

interface Join {
  readonly incidentId: IncidentId;
  readonly personId: PersonId;
  readonly at: Instant;
}

/**
 * Puts on the timeline when a person first came to the incident's channel, whatever the order in which that is told.
 * Whoever left and came back is no news, and bots never are.
 */
export async function recordJoin(
  ports: Pick<Ports, 'database' | 'directory' | 'clock' | 'ids' | 'hash'>,
  { incidentId, personId, at }: Join,
): Promise<void> {
  const incident = await readIncident(ports, incidentId);
  const person = (await knowPeople(ports, incident.teamId, [personId])).get(personId);
  if (person?.isBot) {
    return;
  }
  const now = ports.clock.now();
  await ports.database.transaction(async (records) => {
    const events = await records.timeline.list(incidentId);
    const known = events.find(({ kind, saidBy }) => kind === 'joined' && saidBy === personId);
    if (known === undefined) {
      await recordEvent(ports, records, { incident, kind: 'joined', text: 'Joined', at, now, recordedBy: personId });
    } else if (at < known.at) {
      await records.timeline.save({ ...known, at });
    }
    await askToKeepInStep(records, incident, now);
    return accept(undefined);
  });
}
