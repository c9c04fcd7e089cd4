import type { ViewOutput } from '@slack/bolt';
import type { Policy } from '../../domain/policy.ts';
import { checkboxField, choiceField, type Modal, modal, textField } from '../blocks/fields.ts';
import { forms } from '../identifiers.ts';
import { readChecked, readChoice, readText } from './read-fields.ts';

export interface StartForm {
  readonly title: string;
  readonly severity: string | undefined;
  readonly summary: string;
  readonly isPrivate: boolean;
}

export function startModal(policy: Policy): Modal {
  return modal({
    form: forms.start,
    title: 'Start an incident',
    submit: 'Start',
    metadata: '',
    blocks: [
      textField({ name: 'title', label: 'What is wrong?', placeholder: 'Booking is down' }),
      choiceField({
        name: 'severity',
        label: 'Severity',
        choices: policy.severities.map(({ name, meaning }) => ({ value: name, label: `${name}: ${meaning}` })),
        initial: policy.defaultSeverity,
      }),
      textField({ name: 'summary', label: 'What is known so far', isMultiline: true, isOptional: true }),
      checkboxField({
        name: 'private',
        label: 'Who may see it',
        choice: { value: 'private', label: 'Private: only those in its channel' },
        isOptional: true,
      }),
    ],
  });
}

export function readStartModal(view: ViewOutput): StartForm {
  return {
    title: readText(view, 'title'),
    severity: readChoice(view, 'severity'),
    summary: readText(view, 'summary'),
    isPrivate: readChecked(view, 'private'),
  };
}
