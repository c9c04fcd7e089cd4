import type { ViewOutput } from '@slack/bolt';
import type { ChannelId, PersonId } from '../../domain/ids.ts';
import { type Modal, modal, personField, textField } from '../blocks/fields.ts';
import { section } from '../blocks/layout.ts';
import { COMMAND, forms } from '../identifiers.ts';
import { type FormContext, readFormMetadata, writeFormMetadata } from './form-metadata.ts';
import { readPerson, readText } from './read-fields.ts';

export interface EscalateForm extends FormContext {
  readonly person: PersonId | undefined;
  readonly reason: string;
}

export function escalateModal(channel: ChannelId): Modal {
  return modal({
    form: forms.escalate,
    title: 'Escalate',
    submit: 'Call',
    metadata: writeFormMetadata({ channel, message: undefined }),
    blocks: [
      section('They are invited to the channel, called there, and called by direct message.'),
      personField({ name: 'person', label: 'Whom to call', hint: `For a group: ${COMMAND} escalate @group` }),
      textField({ name: 'reason', label: 'Why them, why now?', isMultiline: true, isOptional: true }),
    ],
  });
}

export function readEscalateModal(view: ViewOutput): EscalateForm {
  return {
    ...readFormMetadata(view.private_metadata),
    person: readPerson(view, 'person'),
    reason: readText(view, 'reason'),
  };
}
