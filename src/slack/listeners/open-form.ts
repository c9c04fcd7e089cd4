import type { ViewOutput } from '@slack/bolt';
import { SECOND } from '../../domain/time.ts';
import { DeliveryError } from '../../use-cases/ports.ts';
import type { Timers } from '../../use-cases/system.ts';
import { type Modal, modal } from '../blocks/fields.ts';
import type { Message } from '../blocks/layout.ts';
import { asMessage } from './answer-later.ts';
import { type Answer, say } from './feature.ts';
import type { Listening } from './listen.ts';

/** Slack waits three seconds for our acknowledgement; the request was read before, and the answer must travel yet. */
const PATIENCE = 2 * SECOND;

/**
 * Opens the form that an answer holds, which its trigger allows for three seconds; where Slack does not take it in
 * time, what is left to say is a button that opens it. https://docs.slack.dev/interactivity/handling-user-interaction#modal_responses
 */
export async function openForm(
  { client, ports }: Pick<Listening, 'client' | 'ports'>,
  trigger: string,
  answer: Answer,
): Promise<Answer | undefined> {
  if (answer.kind !== 'form') {
    return answer;
  }
  try {
    const opened = client.call('views.open', (web) => web.views.open({ trigger_id: trigger, view: answer.modal }));
    await inTime(ports.timers, opened);
    return undefined;
  } catch (fault) {
    if (fault instanceof DeliveryError) {
      return say(asMessage(answer));
    }
    throw fault;
  }
}

/**
 * Puts the form that an answer holds, or its words, in the place of the one whose button was pressed. What is left to say,
 * where Slack does not take it in time, is said elsewhere; nothing, where the form was closed meanwhile.
 */
export async function replaceForm(
  { client, ports }: Pick<Listening, 'client' | 'ports'>,
  view: ViewOutput,
  answer: Answer,
): Promise<Answer | undefined> {
  const modal = answer.kind === 'form' ? answer.modal : toldInForm(view, asMessage(answer));
  try {
    const update = client.call('views.update', (web) => web.views.update({ view_id: view.id, view: modal }), [
      'not_found',
    ]);
    await inTime(ports.timers, update);
    return undefined;
  } catch (fault) {
    if (fault instanceof DeliveryError) {
      return say(asMessage(answer));
    }
    throw fault;
  }
}

function toldInForm(view: ViewOutput, message: Message): Modal {
  const { private_metadata: metadata, title } = view;
  return modal({ form: view.callback_id, title: title.text, close: 'Close', metadata, blocks: message.blocks });
}

/** Waits no longer than we may. What comes later comes to nothing, be it a fault. */
async function inTime(timers: Timers, call: Promise<unknown>): Promise<void> {
  let cancel = () => {};
  const late = new Promise<never>((_, reject) => {
    cancel = timers.after(PATIENCE, () => reject(new DeliveryError({ sort: 'again-later', reason: 'too_slow' })));
  });
  try {
    await Promise.race([call, late]);
  } finally {
    cancel();
  }
}
