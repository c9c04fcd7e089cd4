import { openModals } from '../state/find.ts';
import type { PersonRecord } from '../state/records.ts';
import { wireView } from '../wire/wire-view.ts';
import { actInMessage, actionOf } from './act-in-message.ts';
import { Answer } from './answer.ts';
import type { Message } from './message.ts';
import type { Modal } from './modal.ts';
import { interaction, newTrigger, type Scene } from './scene.ts';
import type { ShownButton } from './shown-buttons.ts';
import { standingBeside } from './shown-elements.ts';

interface Click {
  readonly text: string;
  /** Words beside the button, where several say the same. */
  readonly where: string | undefined;
}

export async function clickInMessage(
  scene: Scene,
  person: PersonRecord,
  click: Click & { readonly message: Message },
): Promise<Answer> {
  const { message } = click;
  const button = buttonOf('message', message.buttons(), click);
  return actInMessage(scene, person, { message, action: actionOf(scene, button) });
}

/** A button of a modal or of the Home tab, where there is neither a channel nor a `response_url`. */
export async function clickInView(
  scene: Scene,
  person: PersonRecord,
  click: Click & { readonly view: Modal },
): Promise<Answer> {
  const { state } = scene;
  const { record } = click.view;
  const isOpen = [state.homes.get(person.id), openModals(state, person.id).at(-1)].includes(record);
  if (!isOpen) {
    throw new Error(`${person.name} does not have “${click.view.title}” before them.`);
  }
  const button = buttonOf('view', click.view.buttons(), click);
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

function buttonOf(what: string, buttons: readonly ShownButton[], { text, where }: Click): ShownButton {
  const found = standingBeside(buttons, where).find((button) => button.text === text);
  if (found === undefined) {
    const place = where === undefined ? '' : ` beside “${where}”`;
    const shown = buttons.map((button) => button.text).join(', ');
    throw new Error(`The ${what} has no button “${text}”${place}; it has ${shown}.`);
  }
  return found;
}
