import type { Incident } from '../../domain/incident/incident.ts';
import { draftTranscript, type TranscriptDay } from '../../domain/postmortem/draft/draft-transcript.ts';
import { namesIn } from '../../domain/postmortem/draft/names-in.ts';
import type { TimeZone } from '../../domain/time.ts';
import { knowPeople } from '../people/know-people.ts';
import type { Ports } from '../ports.ts';

/** What was said, for the appendix; nothing where the policy does not keep it. Looks up whoever is not known yet. */
export async function readTranscript(
  ports: Pick<Ports, 'database' | 'directory' | 'policy'>,
  incident: Incident,
  zone: TimeZone,
): Promise<readonly TranscriptDay[]> {
  if (!ports.policy.transcript.isKept) {
    return [];
  }
  const messages = await ports.database.records.transcript.list(incident.id);
  const speakers = new Set(messages.flatMap(({ saidBy }) => (saidBy === undefined ? [] : [saidBy])));
  return draftTranscript(messages, namesIn(await knowPeople(ports, incident.teamId, [...speakers])), zone);
}
