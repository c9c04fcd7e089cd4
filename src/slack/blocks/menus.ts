import type { Overflow, PlainTextElement, PlainTextOption, StaticSelect } from '@slack/types';
import { limits } from './limits.ts';
import { cutPlain, plainText } from './text.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The three dots at the end of a line: five choices at most, so their order matters. */
export function overflow(action: string, choices: readonly Choice[]): Overflow {
  return { type: 'overflow', action_id: action, options: choices.slice(0, limits.overflowOptions).map(option) };
}

/** A menu that acts as soon as something is chosen. */
export function select(props: {
  readonly action: string;
  readonly placeholder: string;
  readonly choices: readonly Choice[];
  readonly initial: string;
}): StaticSelect {
  const options = props.choices.map(option);
  const initial = options.find(({ value }) => value === props.initial);
  return {
    type: 'static_select',
    action_id: props.action,
    placeholder: plainText(props.placeholder, limits.placeholder),
    options,
    ...(initial === undefined ? {} : { initial_option: initial }),
  };
}

export function option(choice: Choice): PlainTextOption {
  return { value: choice.value, text: plainText(choice.label, limits.optionText) };
}

interface ListOfOptions {
  label: PlainTextElement;
  options: PlainTextOption[];
}

/** Two of them fit into the name of a list. */
const END_OF_LIST = 36;

/** One list where it holds all; else lists, each called by its first and its last: `@ana – @dba`. */
export function optionLists(
  choices: readonly Choice[],
): { readonly options: PlainTextOption[] } | { readonly option_groups: ListOfOptions[] } {
  const most = limits.selectOptions;
  if (choices.length <= most) {
    return { options: choices.map(option) };
  }
  const starts = Array.from({ length: Math.ceil(choices.length / most) }, (_, index) => index * most);
  return { option_groups: starts.slice(0, most).map((start) => optionGroup(choices.slice(start, start + most))) };
}

function optionGroup(choices: readonly Choice[]): ListOfOptions {
  const ends = [choices.at(0), choices.at(-1)].map((choice) => cutPlain(choice?.label ?? '', END_OF_LIST));
  return { label: plainText(ends.join(' – '), limits.optionText), options: choices.map(option) };
}
