import type { App, BlockAction, BlockElementAction } from '@slack/bolt';
import { z } from 'zod';
import { channelId, type MessageKey, messageKey, personId, teamId } from '../../domain/ids.ts';
import { paragraph } from '../blocks/layout.ts';
import { buttons } from '../identifiers.ts';
import { answerLater } from './answer-later.ts';
import { type Answer, type Press, say } from './feature.ts';
import type { Listening } from './listen.ts';
import { openForm } from './open-form.ts';

export function listenToButtons(app: App, listening: Listening): void {
  app.action<BlockAction>(/./u, async ({ ack, action, body }) => {
    const press: Press = {
      teamId: teamId(body.team?.id ?? body.user.team_id ?? ''),
      personId: personId(body.user.id),
      channel: channelId(body.channel?.id ?? ''),
      deliveryKey: `${body.trigger_id}:${action.action_ts}`,
      action: action.action_id,
      value: chosenValue(action),
      thread: threadOf(body),
      responseUrl: body.response_url || undefined,
    };
    const answer = await answerPress(listening, press).catch((fault: unknown) => {
      listening.log.error({ error: fault, action: press.action }, 'a button failed');
      return say(paragraph('Something broke on my side and nothing was changed. Please press it again.'));
    });
    const left = answer === undefined ? undefined : await openForm(listening, body.trigger_id, answer);
    if (left !== undefined) {
      await answerLater(listening.ports, press, left);
    }
    await ack();
  });
}

/** What the button carries, or the option that was chosen. */
function chosenValue(action: BlockElementAction): string {
  switch (action.type) {
    case 'button':
      return action.value ?? '';
    case 'overflow':
    case 'static_select':
      return action.selected_option.value;
    default:
      return '';
  }
}

/** https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
const Container = z.object({ thread_ts: z.string().optional() });

function threadOf({ container }: BlockAction): MessageKey | undefined {
  const key = Container.safeParse(container).data?.thread_ts;
  return key === undefined ? undefined : messageKey(key);
}

/** A button that stands several times in one message tells its kin by what follows the colon. */
async function answerPress({ feature }: Listening, press: Press): Promise<Answer | undefined> {
  const [name = '', variant = ''] = press.action.split(':');
  if (name === buttons.openForm) {
    return feature.forms[variant]?.(press);
  }
  return feature.buttons[name]?.(press);
}
