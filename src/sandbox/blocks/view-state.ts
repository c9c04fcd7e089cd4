import type { KnownBlock } from '@slack/types';
import type { FieldState, ViewState } from '../state/records.ts';

/** A field or another element that holds a value, where it stands. */
export interface Field {
  readonly blockId: string;
  readonly actionId: string;
  readonly label: string;
  readonly isInput: boolean;
  readonly isOptional: boolean;
  readonly element: FieldElement;
}

export type FieldElement = { readonly type: string } & Readonly<Record<string, unknown>>;

const STATELESS = new Set(['button', 'overflow', 'image', 'workflow_button']);

/** Everything in these blocks whose value Slack reports in `state.values`. */
export function fieldsOf(blocks: readonly KnownBlock[]): readonly Field[] {
  return blocks.flatMap((block): readonly Field[] => {
    const blockId = block.block_id ?? '';
    if (block.type === 'input') {
      const { label, optional = false, element } = block;
      return [field(blockId, { ...element }, { label: label.text, isInput: true, isOptional: optional })];
    }
    const elements =
      block.type === 'actions' ? block.elements : block.type === 'section' && block.accessory ? [block.accessory] : [];
    return elements
      .filter(({ type }) => !STATELESS.has(type))
      .map((element) => field(blockId, { ...element }, { label: blockId, isInput: false, isOptional: true }));
  });
}

/** The values that the fields begin with. */
export function emptyState(blocks: readonly KnownBlock[]): ViewState {
  const values: Record<string, Record<string, FieldState>> = {};
  for (const { blockId, actionId, element } of fieldsOf(blocks)) {
    values[blockId] = { ...values[blockId], [actionId]: initialValue(element) };
  }
  return values;
}

export function keepEntered(blocks: readonly KnownBlock[], entered: ViewState): ViewState {
  const values: Record<string, Record<string, FieldState>> = {};
  for (const { blockId, actionId, element } of fieldsOf(blocks)) {
    const kept = entered[blockId]?.[actionId];
    const value = kept?.type === element.type ? kept : initialValue(element);
    values[blockId] = { ...values[blockId], [actionId]: value };
  }
  return values;
}

/** The name under which `state.values` holds what an element of each type was set to, and what it begins with. */
export const VALUE_KEYS: Readonly<Record<string, { readonly key: string; readonly initial: string }>> = {
  plain_text_input: { key: 'value', initial: 'initial_value' },
  email_text_input: { key: 'value', initial: 'initial_value' },
  url_text_input: { key: 'value', initial: 'initial_value' },
  number_input: { key: 'value', initial: 'initial_value' },
  rich_text_input: { key: 'rich_text_value', initial: 'initial_value' },
  static_select: { key: 'selected_option', initial: 'initial_option' },
  external_select: { key: 'selected_option', initial: 'initial_option' },
  radio_buttons: { key: 'selected_option', initial: 'initial_option' },
  checkboxes: { key: 'selected_options', initial: 'initial_options' },
  multi_static_select: { key: 'selected_options', initial: 'initial_options' },
  multi_external_select: { key: 'selected_options', initial: 'initial_options' },
  users_select: { key: 'selected_user', initial: 'initial_user' },
  multi_users_select: { key: 'selected_users', initial: 'initial_users' },
  conversations_select: { key: 'selected_conversation', initial: 'initial_conversation' },
  multi_conversations_select: { key: 'selected_conversations', initial: 'initial_conversations' },
  channels_select: { key: 'selected_channel', initial: 'initial_channel' },
  multi_channels_select: { key: 'selected_channels', initial: 'initial_channels' },
  datepicker: { key: 'selected_date', initial: 'initial_date' },
  timepicker: { key: 'selected_time', initial: 'initial_time' },
  datetimepicker: { key: 'selected_date_time', initial: 'initial_date_time' },
  file_input: { key: 'files', initial: 'files' },
};

/** An empty list is reported as an empty list, every other empty field as null. */
function initialValue(element: FieldElement): FieldState {
  const { key, initial } = VALUE_KEYS[element.type] ?? { key: 'value', initial: 'initial_value' };
  const timeZone =
    element.type === 'timepicker' && element.timezone !== undefined ? { timezone: element.timezone } : {};
  return { type: element.type, [key]: element[initial] ?? (key.endsWith('s') ? [] : null), ...timeZone };
}

function field(
  blockId: string,
  element: FieldElement,
  rest: { readonly label: string; readonly isInput: boolean; readonly isOptional: boolean },
): Field {
  return { blockId, actionId: String(element.action_id ?? ''), element, ...rest };
}
