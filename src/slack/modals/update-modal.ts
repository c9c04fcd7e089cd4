import type { ViewOutput } from '@slack/bolt';
import type { ChannelId } from '../../domain/ids.ts';
import { duration, MINUTE } from '../../domain/time.ts';
import { choiceField, type Modal, modal, textField } from '../blocks/fields.ts';
import { section } from '../blocks/layout.ts';
import { forms } from '../identifiers.ts';
import { type FormContext, readFormMetadata, writeFormMetadata } from './form-metadata.ts';
import { readChoice, readText } from './read-fields.ts';

export interface UpdateForm extends FormContext {
  readonly text: string;
  /** 0: none is promised. */
  readonly nextInMinutes: number;
}

const CHOICES = [15, 30, 60];

/** `everyMinutes` is the policy's word for the next one. */
export function updateModal(channel: ChannelId, everyMinutes: number): Modal {
  const minutes = [...new Set([...CHOICES, everyMinutes])].filter((choice) => choice > 0).toSorted((a, b) => a - b);
  return modal({
    form: forms.update,
    title: 'Status update',
    submit: 'Send',
    metadata: writeFormMetadata({ channel, message: undefined }),
    blocks: [
      section('It is posted in the channel, and under the announcement where there is one.'),
      textField({ name: 'text', label: 'What do stakeholders need to know?', isMultiline: true }),
      choiceField({
        name: 'next',
        label: 'Next update',
        choices: [
          ...minutes.map((choice) => ({ value: String(choice), label: `in ${duration(choice * MINUTE)}` })),
          { value: '0', label: 'none is promised' },
        ],
        initial: String(everyMinutes),
      }),
    ],
  });
}

export function readUpdateModal(view: ViewOutput): UpdateForm {
  return {
    ...readFormMetadata(view.private_metadata),
    text: readText(view, 'text'),
    nextInMinutes: Number(readChoice(view, 'next')) || 0,
  };
}
