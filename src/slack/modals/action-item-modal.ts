import type { ViewOutput } from '@slack/bolt';
import { ACTION_ITEM_KINDS, type ActionItemKind } from '../../domain/action-items/action-item.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { CalendarDate } from '../../domain/time.ts';
import { choiceField, dateField, type Modal, modal, personField, textField } from '../blocks/fields.ts';
import { forms } from '../identifiers.ts';
import { type FormContext, readFormMetadata, writeFormMetadata } from './form-metadata.ts';
import { readChoice, readDate, readPerson, readText } from './read-fields.ts';

export interface ActionItemForm extends FormContext {
  readonly title: string;
  readonly kind: ActionItemKind | undefined;
  readonly owner: PersonId | undefined;
  readonly dueOn: CalendarDate | undefined;
  readonly doneWhen: string | undefined;
}

const meaning: Readonly<Record<ActionItemKind, string>> = {
  mitigate: 'it hurts less next time',
  prevent: 'it cannot happen again',
  detect: 'we notice it sooner',
  process: 'we work better together',
};

export function actionItemModal(props: FormContext & { readonly title: string }): Modal {
  return modal({
    form: forms.actionItem,
    title: 'Action item',
    submit: 'Add',
    metadata: writeFormMetadata(props),
    blocks: [
      textField({
        name: 'title',
        label: 'What is to be done?',
        initial: props.title,
        placeholder: 'Alert when waits for a connection exceed 100 ms',
      }),
      personField({ name: 'owner', label: 'Owner', isOptional: true }),
      dateField({ name: 'due', label: 'Due', isOptional: true }),
      choiceField({
        name: 'kind',
        label: 'Kind',
        choices: ACTION_ITEM_KINDS.map((kind) => ({ value: kind, label: `${kind}: ${meaning[kind]}` })),
        isOptional: true,
      }),
      textField({ name: 'done-when', label: 'Done when', hint: 'What one will be able to see', isOptional: true }),
    ],
  });
}

export function readActionItemModal(view: ViewOutput): ActionItemForm {
  const kind = readChoice(view, 'kind');
  const doneWhen = readText(view, 'done-when');
  return {
    ...readFormMetadata(view.private_metadata),
    title: readText(view, 'title'),
    kind: ACTION_ITEM_KINDS.find((known) => known === kind),
    owner: readPerson(view, 'owner'),
    dueOn: readDate(view, 'due'),
    doneWhen: doneWhen === '' ? undefined : doneWhen,
  };
}
