import { accept, type Result } from '../../domain/result.ts';
import { findIncidentHere, type NoIncidentHere } from '../../use-cases/incident/find-incident-here.ts';
import type { Ports } from '../../use-cases/ports.ts';
import type { CarriedMessage } from '../messages/carried-message.ts';
import { mentionedPeople, readMarkup } from '../text/read-markup.ts';
import type { MessageShortcutUse } from './feature.ts';

/** What a form needs that is opened on a message of an incident's channel, and the button that stands in for it. */
export async function readMessageUse(
  ports: Ports,
  use: MessageShortcutUse,
): Promise<Result<CarriedMessage, NoIncidentHere>> {
  const { records } = ports.database;
  const found = await findIncidentHere(records, use);
  if (!found.ok) {
    return found;
  }
  const { message, permalink, saidBy } = use;
  const text = await readWords(ports, use);
  return accept({ incidentId: found.value.id, ...message, permalink, saidBy, text, isCut: false });
}

/** What the message says, as people read it. */
export async function readWords(ports: Ports, { teamId, markup }: MessageShortcutUse): Promise<string> {
  return readMarkup(markup, await ports.database.records.people.find(teamId, mentionedPeople(markup)));
}
