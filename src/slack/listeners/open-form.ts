import { DeliveryError } from '../../use-cases/ports.ts';
import type { Message } from '../blocks/layout.ts';
import type { SlackClient } from '../slack-client.ts';
import { asMessage } from './answer-later.ts';
import type { Answer } from './feature.ts';

/**
 * Opens the form that an answer holds, which its trigger allows for three seconds; where Slack does not take it in
 * time, what is left to say is a button that opens it. https://docs.slack.dev/interactivity/handling-user-interaction#modal_responses
 */
export async function openForm(client: SlackClient, trigger: string, answer: Answer): Promise<Message | undefined> {
  if (answer.kind !== 'form') {
    return asMessage(answer);
  }
  try {
    await client.call('views.open', (web) => web.views.open({ trigger_id: trigger, view: answer.modal }));
    return undefined;
  } catch (fault) {
    if (fault instanceof DeliveryError) {
      return asMessage(answer);
    }
    throw fault;
  }
}
