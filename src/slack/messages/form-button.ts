import type { Button } from '@slack/types';
import { button } from '../blocks/layout.ts';
import { buttons, type FormName } from '../identifiers.ts';

/** Opens a form for the incident whose channel it is pressed in. Slack wants each `action_id` of a message once. */
export function formButton(label: string, form: FormName, style?: 'primary' | 'danger'): Button {
  const props = { label, action: `${buttons.openForm}:${form}`, value: form };
  return button(style === undefined ? props : { ...props, style });
}
