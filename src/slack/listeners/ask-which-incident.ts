import type { NoIncidentHere } from '../../use-cases/incident/find-incident-here.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { whichIncident } from '../messages/which-incident.ts';
import { type Answer, type MessageShortcutUse, say, sayNo } from './feature.ts';
import { readWords } from './read-message-use.ts';

/** For a form that is opened on a message of a channel that has no incident: which of the open ones is meant. */
export async function askWhichIncident(
  ports: Ports,
  use: MessageShortcutUse,
  asked: { readonly refusal: NoIncidentHere; readonly form: Parameters<typeof whichIncident>[2] },
): Promise<Answer> {
  const { refusal, form } = asked;
  if (refusal.open.length === 0) {
    return sayNo(refusal);
  }
  const { message, permalink, saidBy } = use;
  const text = await readWords(ports, use);
  return say(whichIncident(refusal.open, { ...message, permalink, saidBy, text, isCut: false }, form));
}
