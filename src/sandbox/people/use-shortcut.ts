import type { PersonRecord } from '../state/records.ts';
import { nextTimestamp } from '../state/state.ts';
import { wireMessage } from '../wire/wire-message.ts';
import { Answer } from './answer.ts';
import type { Message } from './message.ts';
import { interaction, newResponseUrl, newTrigger, readable, requireActive, type Scene, shownChannel } from './scene.ts';

/** https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload */
export async function useGlobalShortcut(scene: Scene, person: PersonRecord, name: string): Promise<Answer> {
  const { state } = scene;
  requireActive(person);
  const { payload, trigger } = begin(scene, person, { name, type: 'global' });
  const user = { id: person.id, username: person.name, team_id: state.team.id };
  const delivered = await scene.deliver({ kind: 'shortcut', payload: { type: 'shortcut', ...payload, user } });
  return new Answer(state, delivered, { trigger });
}

export async function useMessageShortcut(
  scene: Scene,
  person: PersonRecord,
  use: { readonly name: string; readonly message: Message },
): Promise<Answer> {
  const { state } = scene;
  const channel = readable(state, person, use.message.record);
  const { payload, trigger } = begin(scene, person, { name: use.name, type: 'message' });
  const responses = newResponseUrl(state, { userId: person.id, channelId: channel.id });
  const delivered = await scene.deliver({
    kind: 'message_action',
    payload: {
      type: 'message_action',
      ...payload,
      user: { id: person.id, name: person.name, team_id: state.team.id },
      response_url: responses.address,
      message_ts: use.message.ts,
      channel: shownChannel(channel),
      message: wireMessage(state, use.message.record, { metadata: false }),
    },
  });
  return new Answer(state, delivered, { trigger, responses: responses.record });
}

function begin(
  scene: Scene,
  person: PersonRecord,
  { name, type }: { readonly name: string; readonly type: 'global' | 'message' },
) {
  const { state } = scene;
  const shortcut = state.manifest.features.shortcuts.find((other) => other.name === name && other.type === type);
  if (shortcut === undefined) {
    throw new Error(`The app has no ${type} shortcut “${name}”.`);
  }
  const trigger = newTrigger(state, person.id);
  // Shortcuts alone do not say which app they are for, and each kind names the person in its own way.
  const { api_app_id: _, user: __, ...common } = interaction(scene, person);
  const payload = {
    ...common,
    action_ts: nextTimestamp(state),
    callback_id: shortcut.callback_id,
    trigger_id: trigger.id,
  };
  return { payload, trigger };
}
