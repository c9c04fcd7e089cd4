import type { Ports } from '../../use-cases/ports.ts';
import { showPostmortem } from '../../use-cases/postmortem/show-postmortem.ts';
import type { RequesterInChannel } from '../../use-cases/request.ts';
import { postmortemState } from '../messages/postmortem-messages.ts';
import { answerLater } from './answer-later.ts';
import { type Answer, redraw, sayNo } from './feature.ts';

/** The panel of a postmortem as it is now, in the place of the one whose button was pressed. */
export async function panelAnew(ports: Ports, asker: RequesterInChannel): Promise<Answer> {
  const shown = await showPostmortem(ports, asker);
  return shown.ok ? redraw(postmortemState(shown.value)) : sayNo(shown.refusal);
}

/** The same after a form: Slack tells of no message when one is sent, so the form remembers where the panel is. */
export async function redrawPanel(
  ports: Ports,
  asker: RequesterInChannel,
  responseUrl: string | undefined,
): Promise<void> {
  if (responseUrl !== undefined) {
    const told = { ...asker, deliveryKey: `${asker.deliveryKey}:panel`, thread: undefined, responseUrl };
    await answerLater(ports, told, await panelAnew(ports, asker));
  }
}
