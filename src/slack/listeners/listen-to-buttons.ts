import type { App, BlockAction, BlockElementAction, ViewOutput } from '@slack/bolt';
import { z } from 'zod';
import {
  type ChannelId,
  channelId,
  type MessageKey,
  type MessageRef,
  messageKey,
  personId,
  teamId,
} from '../../domain/ids.ts';
import { paragraph } from '../blocks/layout.ts';
import { buttons, FIELD_ELEMENT } from '../identifiers.ts';
import { readFormMetadata } from '../modals/form-metadata.ts';
import { instantOfTimestamp } from '../text/slack-time.ts';
import { answerLater } from './answer-later.ts';
import { type Answer, type Press, say } from './feature.ts';
import type { Listening } from './listen.ts';
import { openForm, replaceForm } from './open-form.ts';

export function listenToButtons(app: App, listening: Listening): void {
  app.action<BlockAction>(/./u, async ({ ack, action, body }) => {
    const view = body.view?.type === 'modal' ? body.view : undefined;
    const press: Press = {
      teamId: teamId(body.team?.id ?? body.user.team_id ?? ''),
      personId: personId(body.user.id),
      channel: channelOfForm(view) ?? channelId(body.channel?.id ?? ''),
      deliveryKey: `${body.trigger_id}:${action.action_ts}`,
      action: action.action_id,
      value: chosenValue(action),
      thread: threadOf(body),
      responseUrl: body.response_url || undefined,
      block: action.block_id,
      pressedAt: instantOfTimestamp(action.action_ts),
      pressedIn: messageOf(body),
      view,
    };
    const left = await answerPress(listening, press).then(
      (answer) => show(listening, { answer, view, trigger: body.trigger_id }),
      (fault: unknown) => {
        listening.log.error({ error: fault, action: press.action }, 'a button failed');
        return wordsOfFault(press);
      },
    );
    await (left === undefined ? undefined : answerLater(listening.ports, press, left));
    await ack();
  });
}

/** What is left to say elsewhere. */
async function show(
  listening: Listening,
  shown: { readonly answer: Answer | undefined; readonly view: ViewOutput | undefined; readonly trigger: string },
): Promise<Answer | undefined> {
  const { answer, view, trigger } = shown;
  if (answer === undefined) {
    return undefined;
  }
  return view === undefined ? openForm(listening, trigger, answer) : replaceForm(listening, view, answer);
}

const BROKEN = 'Something broke on my side, and part of it may be done already.';

/** Said beside a form, never in its place, so that nothing that was typed is lost; of one character nothing is said. */
function wordsOfFault({ action, view }: Press): Answer | undefined {
  if (action === FIELD_ELEMENT) {
    return undefined;
  }
  return view === undefined
    ? say(paragraph(`${BROKEN} Please look, and press it again if it is not.`))
    : say(paragraph(`${BROKEN} The form is as you left it: please press it again.`));
}

/** What our forms carry names the channel of the incident that they are about. */
function channelOfForm(view: ViewOutput | undefined): ChannelId | undefined {
  return view === undefined || view.private_metadata === ''
    ? undefined
    : readFormMetadata(view.private_metadata).channel;
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

function messageOf({ channel, message }: BlockAction): MessageRef | undefined {
  return channel === undefined || message === undefined
    ? undefined
    : { channel: channelId(channel.id), key: messageKey(message.ts) };
}

/** A button that stands several times in one message tells its kin by what follows the colon. */
async function answerPress({ feature }: Listening, press: Press): Promise<Answer | undefined> {
  const [name = '', variant = ''] = press.action.split(':');
  if (name === buttons.openForm) {
    return feature.forms[variant]?.(press);
  }
  return feature.buttons[name]?.(press);
}
