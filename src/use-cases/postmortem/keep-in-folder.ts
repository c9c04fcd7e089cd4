import type { IncidentId } from '../../domain/ids.ts';
import { incidentName } from '../../domain/incident/incident.ts';
import { splitLines } from '../../domain/postmortem/split-lines.ts';
import { readIncident } from '../incident/deliver-incident.ts';
import { knowPeople } from '../people/know-people.ts';
import type { Ports } from '../ports.ts';
import { FOLDER_LANE } from './ask-to-keep-in-step.ts';
import { readDraft } from './read-draft.ts';

/**
 * Keeps the postmortem as `2026/inc-42.md` in the policy's folder, but for a private incident's: who reads that folder
 * is not for us to know. What was said in the channel stays out of it, as nothing there would ever be deleted.
 */
export async function keepInFolder(
  ports: Pick<Ports, 'clock' | 'database' | 'directory' | 'postmortemFiles' | 'folder'>,
  id: IncidentId,
): Promise<void> {
  // Where the same is asked for again, that writes all.
  if (await ports.database.records.work.isAskedAgain(FOLDER_LANE, { kind: 'keep-in-folder', incidentId: id })) {
    return;
  }
  const incident = await readIncident(ports, id);
  if (ports.folder === undefined || incident.isPrivate) {
    return;
  }
  const { postmortem, findings } = await readDraft(ports, incident, (ids) => knowPeople(ports, incident.teamId, ids));
  const markdown = ports.postmortemFiles.write(postmortem, findings, []).find(({ name }) => name.endsWith('.md'));
  if (markdown === undefined) {
    throw new Error('a postmortem without Markdown');
  }
  const name = incidentName(incident);
  // The year of the declaration: unlike the day on which its impact began it is never corrected.
  await ports.folder.keep({
    path: [incident.declaredAt.slice(0, 4), `${name.toLowerCase()}.md`],
    content: markdown.content,
    message: `${name}: ${splitLines(incident.title).join(' ')}`,
  });
}
