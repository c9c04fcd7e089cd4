import type { PersonId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Person } from '../../domain/people/person.ts';
import { draftTranscript, type TranscriptDay } from '../../domain/postmortem/draft/draft-transcript.ts';
import { namesIn } from '../../domain/postmortem/draft/names-in.ts';
import type { TimeZone } from '../../domain/time.ts';
import type { Ports } from '../ports.ts';

/** What was said, for the appendix; nothing where the policy does not keep it. `people` finds whoever said it. */
export async function readTranscript(
  ports: Pick<Ports, 'policy'> & { readonly database: Pick<Ports['database'], 'records'> },
  incident: Incident,
  told: {
    readonly zone: TimeZone;
    readonly people: (ids: readonly PersonId[]) => Promise<ReadonlyMap<PersonId, Person>>;
  },
): Promise<readonly TranscriptDay[]> {
  if (!ports.policy.transcript.isKept) {
    return [];
  }
  const messages = await ports.database.records.transcript.list(incident.id);
  const speakers = new Set(messages.flatMap(({ saidBy }) => (saidBy === undefined ? [] : [saidBy])));
  return draftTranscript(messages, namesIn(await told.people([...speakers])), told.zone);
}
