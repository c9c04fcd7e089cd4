import type { ViewOutput } from '@slack/bolt';
import { z } from 'zod';
import type { Policy } from '../../domain/policy.ts';
import type { Instant } from '../../domain/time.ts';
import { checkboxField, choiceField, instantField, type Modal, modal, textField } from '../blocks/fields.ts';
import { forms } from '../identifiers.ts';
import { readChecked, readChoice, readInstant, readText } from './read-fields.ts';

export interface StartForm {
  readonly title: string;
  readonly severity: string | undefined;
  readonly summary: string;
  readonly isPrivate: boolean;
  readonly isDrill: boolean;
  readonly impactStartedAt: Instant | undefined;
}

/** What was said already, where a command opens the form. */
export interface SaidAtStart {
  readonly isDrill?: boolean | undefined;
  readonly severity?: string | undefined;
  readonly since?: Instant | undefined;
}

const SaidAtStart = z.object({
  isDrill: z.boolean().optional(),
  severity: z.string().optional(),
  since: z.iso
    .datetime()
    .transform((text) => text as Instant)
    .optional(),
});

export function writeSaidAtStart({ isDrill, severity, since }: SaidAtStart): string {
  return JSON.stringify({ isDrill, severity, since });
}

/** From a button's value; other buttons of this form carry nothing. */
export function readSaidAtStart(value: string | undefined): SaidAtStart {
  return value?.startsWith('{') === true ? SaidAtStart.parse(JSON.parse(value)) : {};
}

export function startModal(policy: Policy, said: SaidAtStart = {}): Modal {
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
        initial: said.severity ?? policy.defaultSeverity,
      }),
      // Empty where nobody said: a time filled in by us would be recorded as if somebody had seen it.
      instantField({ name: 'since', label: 'Users affected since', initial: said.since, isOptional: true }),
      textField({ name: 'summary', label: 'What is known so far', isMultiline: true, isOptional: true }),
      checkboxField({
        name: 'private',
        label: 'Who may see it',
        choice: { value: 'private', label: 'Private: only those in its channel' },
        isOptional: true,
      }),
      checkboxField({
        name: 'drill',
        label: 'Is it an exercise?',
        choice: { value: 'drill', label: 'Drill: calls do call people; it counts in no statistics' },
        isChecked: said.isDrill === true,
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
    isDrill: readChecked(view, 'drill'),
    impactStartedAt: readInstant(view, 'since'),
  };
}
