import type { PersonRecord } from '../state/records.ts';
import { nextTimestamp } from '../state/state.ts';
import { wireMessage } from '../wire/wire-message.ts';
import { Answer } from './answer.ts';
import type { Message } from './message.ts';
import { interaction, newResponseUrl, newTrigger, readable, type Scene, shownChannel } from './scene.ts';
import type { ShownElement } from './shown-elements.ts';
import { enteredBy } from './shown-menus.ts';

/** https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
export async function actInMessage(
  scene: Scene,
  person: PersonRecord,
  act: { readonly message: Message; readonly action: Readonly<Record<string, unknown>> },
): Promise<Answer> {
  const { state } = scene;
  const { message, action } = act;
  const channel = readable(state, person, message.record);
  const trigger = newTrigger(state, person.id);
  const isEphemeral = message.ephemeralFor !== undefined;
  const responses = newResponseUrl(state, { userId: person.id, channelId: channel.id, source: message.record });
  const delivered = await scene.deliver({
    kind: 'block_actions',
    payload: {
      type: 'block_actions',
      ...interaction(scene, person),
      container: {
        type: 'message',
        message_ts: message.ts,
        channel_id: channel.id,
        is_ephemeral: isEphemeral,
        ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
      },
      trigger_id: trigger.id,
      channel: shownChannel(channel),
      ...(isEphemeral ? {} : { message: wireMessage(state, message.record, { metadata: false }) }),
      state: { values: enteredBy(message.record, person.id) },
      response_url: responses.address,
      actions: [action],
    },
  });
  return new Answer(state, delivered, { trigger, responses: responses.record });
}

/** What was done to an element, with what Slack says of the element itself: of a menu all but its options. */
export function actionOf(
  { state }: Scene,
  { blockId, element }: ShownElement,
  done: Readonly<Record<string, unknown>> = {},
) {
  const { options: _, option_groups: __, ...shown } = element;
  return { ...shown, ...done, block_id: blockId, action_ts: nextTimestamp(state) };
}
