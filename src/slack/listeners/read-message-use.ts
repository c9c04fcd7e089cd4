import { accept, type Result } from '../../domain/result.ts';
import { findIncidentHere, type NoIncidentHere } from '../../use-cases/incident/find-incident-here.ts';
import type { Ports } from '../../use-cases/ports.ts';
import type { FormContext } from '../modals/form-metadata.ts';
import { mentionedPeople, readMarkup } from '../text/read-markup.ts';
import type { MessageShortcutUse } from './feature.ts';

/** What a form needs that is opened on a message of an incident's channel; `text` is what the message says. */
export async function readMessageUse(
  ports: Ports,
  use: MessageShortcutUse,
): Promise<Result<FormContext & { readonly text: string }, NoIncidentHere>> {
  const { records } = ports.database;
  const found = await findIncidentHere(records, use);
  if (!found.ok) {
    return found;
  }
  return accept({
    channel: use.channel,
    message: { key: use.message.key, permalink: use.permalink, saidBy: use.saidBy },
    text: await readWords(ports, use),
  });
}

/** What the message says, as people read it. */
export async function readWords(ports: Ports, { teamId, markup }: MessageShortcutUse): Promise<string> {
  return readMarkup(markup, await ports.database.records.people.find(teamId, mentionedPeople(markup)));
}
