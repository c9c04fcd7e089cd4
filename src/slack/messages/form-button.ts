import type { Button } from '@slack/types';
import { button } from '../blocks/layout.ts';
import { buttons, type FormName } from '../identifiers.ts';

/**
 * Opens a form for the incident whose channel it is pressed in; `value` is what the form is to be filled in with.
 * The form is part of the `action_id`, because Slack wants each once in a block of buttons.
 */
export function formButton(label: string, form: FormName, style?: 'primary' | 'danger', value: string = form): Button {
  const props = { label, action: `${buttons.openForm}:${form}`, value };
  return button(style === undefined ? props : { ...props, style });
}
