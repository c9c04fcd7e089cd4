import { type Option, optionsOf } from '../blocks/options.ts';
import { keepEntered } from '../blocks/view-state.ts';
import type { MessageRecord, ViewState } from '../state/records.ts';
import type { State } from '../state/state.ts';
import { type ShownElement, shownElements } from './shown-elements.ts';

export interface ShownMenu extends ShownElement {
  readonly options: readonly Option[];
  /** The text of the option that stands in it; an overflow menu shows none. */
  readonly chosen: string | undefined;
}

const MENUS = new Set(['overflow', 'static_select']);

/** The menus of a message as they stand before a person. */
export function shownMenus(state: State, message: MessageRecord, personId: string | undefined): readonly ShownMenu[] {
  const entered = enteredBy(message, personId);
  return shownElements(state, message.blocks)
    .filter(({ element }) => MENUS.has(element.type))
    .map((shown) => {
      const chosen = entered[shown.blockId]?.[shown.element.action_id ?? '']?.selected_option;
      const option = chosen as Option | null | undefined;
      return { ...shown, options: optionsOf(shown.element), chosen: option?.text.text };
    });
}

/**
 * What a person's own client shows in the message's menus. It outlives a `chat.update` wherever `block_id` and `action_id`
 * stay: https://github.com/slackapi/bolt-js/issues/2766
 */
export function enteredBy(message: MessageRecord, personId: string | undefined): ViewState {
  return keepEntered(message.blocks, message.entered?.[personId ?? ''] ?? {});
}
