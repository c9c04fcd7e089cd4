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
  const people = await records.people.find(use.teamId, mentionedPeople(use.markup));
  return accept({
    channel: use.channel,
    message: { key: use.message.key, permalink: use.permalink, saidBy: use.saidBy },
    text: readMarkup(use.markup, people),
  });
}
