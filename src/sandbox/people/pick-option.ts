import type { Option } from '../blocks/options.ts';
import { VALUE_KEYS } from '../blocks/view-state.ts';
import type { PersonRecord } from '../state/records.ts';
import { actInMessage, actionOf } from './act-in-message.ts';
import type { Answer } from './answer.ts';
import type { Message } from './message.ts';
import type { Scene } from './scene.ts';
import { standingBeside } from './shown-elements.ts';
import { enteredBy, type ShownMenu } from './shown-menus.ts';

interface Pick {
  readonly text: string;
  readonly message: Message;
  /** Words beside the menu, where several offer the same. */
  readonly where: string | undefined;
}

/** An option of a menu in a message. A select goes on showing it, an overflow menu only says that it was picked. */
export async function pickInMessage(scene: Scene, person: PersonRecord, pick: Pick): Promise<Answer> {
  const { message } = pick;
  const { menu, option } = optionOf(message, pick);
  if (menu.element.type in VALUE_KEYS) {
    choose(message, person, { menu, option });
  }
  return actInMessage(scene, person, { message, action: actionOf(scene, menu, { selected_option: option }) });
}

interface Choice {
  readonly menu: ShownMenu;
  readonly option: Option;
}

function choose({ record }: Message, person: PersonRecord, { menu, option }: Choice): void {
  const { blockId, element } = menu;
  const entered = enteredBy(record, person.id);
  const value = { type: element.type, selected_option: option };
  const chosen = { ...entered, [blockId]: { ...entered[blockId], [element.action_id ?? '']: value } };
  record.entered = { ...record.entered, [person.id]: chosen };
}

function optionOf(message: Message, { text, where }: Pick): Choice {
  const menus = message.menus();
  for (const menu of standingBeside(menus, where)) {
    const option = menu.options.find((other) => other.text.text === text);
    if (option !== undefined) {
      return { menu, option };
    }
  }
  const place = where === undefined ? '' : ` beside “${where}”`;
  const offered = menus.flatMap(({ options }) => options.map((option) => option.text.text)).join(', ');
  throw new Error(`No menu of the message offers “${text}”${place}; they offer ${offered}.`);
}
