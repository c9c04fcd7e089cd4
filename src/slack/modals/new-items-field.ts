import type { ViewOutput } from '@slack/bolt';
import type { InputBlock } from '@slack/types';
import type { TypedLines } from '../../use-cases/action-items/typed-lines.ts';
import { textField } from '../blocks/fields.ts';
import { readText } from './read-fields.ts';

const NAME = 'new-items-';

/** Slack leaves what was typed in a field that keeps its name: once items are `made` of it, the name is another. */
export function newItemsField(made: number, initial = ''): InputBlock {
  return textField({
    name: `${NAME}${made}`,
    label: '🗒️ More action items, one a line',
    hint: 'For example: P1 detect: Alert on pool saturation by friday. Kind, priority and day can be left out. They are made when you save, or close the incident; if you only close this form they wait in it for you. Owners are asked for then.',
    isMultiline: true,
    isOptional: true,
    isHeard: true,
    initial,
  });
}

export function isNewItemsField(name: string): boolean {
  return name.startsWith(NAME);
}

/** Missing where the form has none. */
export function newItemsName(view: ViewOutput): string | undefined {
  return view.blocks.map(({ block_id: name }) => name).find((name = '') => isNewItemsField(name));
}

export interface TypedNewItems extends TypedLines {
  readonly name: string;
}

/** Missing where the form does not ask for them. */
export function readNewItems(view: ViewOutput): TypedNewItems | undefined {
  const name = newItemsName(view);
  return name === undefined ? undefined : { name, typed: readText(view, name), fieldKey: `${view.id}:${name}` };
}
