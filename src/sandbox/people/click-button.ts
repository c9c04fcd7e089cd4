import { openModals } from '../state/find.ts';
import type { PersonRecord } from '../state/records.ts';
import { nextTimestamp } from '../state/state.ts';
import { wireMessage } from '../wire/wire-message.ts';
import { wireView } from '../wire/wire-view.ts';
import { Answer } from './answer.ts';
import type { Message } from './message.ts';
import type { Modal } from './modal.ts';
import { interaction, newResponseUrl, newTrigger, readable, type Scene, shownChannel } from './scene.ts';
import type { ShownButton } from './shown-buttons.ts';

/** https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
export async function clickInMessage(
  scene: Scene,
  person: PersonRecord,
  click: { readonly text: string; readonly message: Message },
): Promise<Answer> {
  const { state } = scene;
  const { message } = click;
  const button = buttonOf('message', message.buttons(), click.text);
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
      state: { values: {} },
      response_url: responses.address,
      actions: [actionOf(scene, button)],
    },
  });
  return new Answer(state, delivered, { trigger, responses: responses.record });
}

/** A button of a modal or of the Home tab, where there is neither a channel nor a `response_url`. */
export async function clickInView(
  scene: Scene,
  person: PersonRecord,
  click: { readonly text: string; readonly view: Modal },
): Promise<Answer> {
  const { state } = scene;
  const { record } = click.view;
  const isOpen = [state.homes.get(person.id), openModals(state, person.id).at(-1)].includes(record);
  if (!isOpen) {
    throw new Error(`${person.name} does not have “${click.view.title}” before them.`);
  }
  const button = buttonOf('view', click.view.buttons(), click.text);
  const trigger = newTrigger(state, person.id);
  const delivered = await scene.deliver({
    kind: 'block_actions',
    payload: {
      type: 'block_actions',
      ...interaction(scene, person),
      container: { type: 'view', view_id: record.id },
      trigger_id: trigger.id,
      view: wireView(state, record),
      actions: [actionOf(scene, button)],
    },
  });
  return new Answer(state, delivered, { trigger });
}

function actionOf({ state }: Scene, button: ShownButton) {
  return { ...button.element, block_id: button.blockId, action_ts: nextTimestamp(state) };
}

function buttonOf(what: string, buttons: readonly ShownButton[], text: string): ShownButton {
  const found = buttons.find((button) => button.text === text);
  if (found === undefined) {
    throw new Error(`The ${what} has no button “${text}”; it has ${buttons.map((button) => button.text).join(', ')}.`);
  }
  return found;
}
