import { type Option, optionsOf } from '../blocks/options.ts';
import { type Field, fieldsOf, VALUE_KEYS } from '../blocks/view-state.ts';
import { channelByName, personByName } from '../state/find.ts';
import type { ViewRecord, ViewState } from '../state/records.ts';
import type { State } from '../state/state.ts';

/** What somebody puts into fields, by their name or label: text, an option's text or value, `@ana`, several of them. */
export type Entries = Readonly<Record<string, string | readonly string[]>>;

/** The fields' values once somebody has filled them in. */
export function fillFields(state: State, view: ViewRecord, entries: Entries): ViewState {
  const fields = fieldsOf(view.definition.blocks);
  let entered = view.entered;
  for (const [name, entry] of Object.entries(entries)) {
    const field = fields.find(({ blockId, label }) => blockId === name || label === name);
    if (field === undefined) {
      throw new Error(`The form has no field ${name}; it has ${fields.map(({ blockId }) => blockId).join(', ')}.`);
    }
    const { blockId, actionId, element } = field;
    const value = { type: element.type, [keyOf(field)]: entryFor(state, field, entry) };
    entered = { ...entered, [blockId]: { ...entered[blockId], [actionId]: value } };
  }
  return entered;
}

/** The required fields that are empty; Slack itself keeps such a form from being sent. */
export function missingFields(view: ViewRecord, entered: ViewState): readonly Field[] {
  return fieldsOf(view.definition.blocks).filter((field) => {
    const value = entered[field.blockId]?.[field.actionId]?.[keyOf(field)];
    const isEmpty = value == null || value === '' || (Array.isArray(value) && value.length === 0);
    return field.isInput && !field.isOptional && isEmpty;
  });
}

function keyOf({ element }: Field): string {
  return VALUE_KEYS[element.type]?.key ?? 'value';
}

function entryFor(state: State, field: Field, entry: string | readonly string[]): unknown {
  const key = keyOf(field);
  if (key.endsWith('s')) {
    return [entry].flat().map((one) => oneValue(state, field, one));
  }
  const [only = ''] = [entry].flat();
  return only === '' ? null : oneValue(state, field, only);
}

function oneValue(state: State, field: Field, entry: string): unknown {
  const { element } = field;
  const { type } = element;
  if (type.includes('users_select')) {
    return personByName(state, entry).id;
  }
  if (type.includes('conversations_select') || type.includes('channels_select')) {
    return channelByName(state, entry).id;
  }
  if (type.includes('static_select') || type === 'checkboxes' || type === 'radio_buttons') {
    return optionOf(element, entry);
  }
  if (type === 'datetimepicker') {
    return Number(entry);
  }
  return type === 'plain_text_input' ? fittingText(field, entry) : entry;
}

/** Slack's clients let nobody type more, and nobody send less. */
function fittingText({ blockId, element }: Field, entry: string): string {
  const { min_length = 0, max_length = Number.POSITIVE_INFINITY } = element;
  const { length } = entry;
  if (length > Number(max_length) || length < Number(min_length)) {
    throw new Error(`${blockId} takes ${min_length} to ${max_length} characters, not ${length}.`);
  }
  return entry;
}

function optionOf(element: Field['element'], entry: string): Option {
  const options = optionsOf(element);
  const option = options.find(({ text, value }) => value === entry || text.text === entry);
  if (option === undefined) {
    throw new Error(`There is no option “${entry}”; there are ${options.map(({ text }) => text.text).join(', ')}.`);
  }
  return option;
}
