import { SECOND } from '../../domain/time.ts';
import { DeliveryError } from '../../use-cases/ports.ts';
import type { Timers } from '../../use-cases/system.ts';
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
