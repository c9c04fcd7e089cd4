import { actionItemId } from '../../domain/ids.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { askForTicket } from '../../use-cases/trackers/ask-for-ticket.ts';
import { paragraph } from '../blocks/layout.ts';
import { escapeMrkdwn } from '../blocks/text.ts';
import { buttons } from '../identifiers.ts';
import { type Answer, type Feature, type Press, say, sayNo } from './feature.ts';

/** Tickets of action items in the team's tracker. */
export function ticketFeature(ports: Ports): Feature {
  return { buttons: { [buttons.createTicket]: (press) => create(ports, press) } };
}

async function create(ports: Ports, press: Press): Promise<Answer> {
  const outcome = await askForTicket(ports, { ...press, actionItemId: actionItemId(press.value) });
  return outcome.ok
    ? say(paragraph(`A ticket of “${escapeMrkdwn(outcome.value.title)}” is being made; its link will stand beside it.`))
    : sayNo(outcome.refusal);
}
