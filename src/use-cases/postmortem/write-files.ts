import type { PersonId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Person } from '../../domain/people/person.ts';
import type { PostedDraft } from '../messenger.ts';
import type { Ports } from '../ports.ts';
import { readTranscript } from '../transcript/read-transcript.ts';
import { type DraftPorts, readDraft } from './read-draft.ts';

/** The postmortem as the record has it now, in every form that people take away. `people` finds whoever it names. */
export async function writeFiles(
  ports: DraftPorts & Pick<Ports, 'policy' | 'postmortemFiles'>,
  incident: Incident,
  people: (ids: readonly PersonId[]) => Promise<ReadonlyMap<PersonId, Person>>,
): Promise<PostedDraft> {
  const { postmortem, findings, zone } = await readDraft(ports, incident, people);
  const transcript = await readTranscript(ports, incident, { zone, people });
  return { incident, postmortem, findings, files: ports.postmortemFiles.write(postmortem, findings, transcript) };
}
