import type { Overflow, PlainTextOption, StaticSelect } from '@slack/types';
import { limits } from './limits.ts';
import { plainText } from './text.ts';

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
