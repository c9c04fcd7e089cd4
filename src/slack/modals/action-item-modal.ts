import type { ViewOutput } from '@slack/bolt';
import type { InputBlock } from '@slack/types';
import { z } from 'zod';
import { ACTION_ITEM_KINDS, type ActionItem, type ActionItemKind } from '../../domain/action-items/action-item.ts';
import { type ActionItemId, actionItemId, type ChannelId, channelId, type PersonId } from '../../domain/ids.ts';
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
    blocks: actionItemFields({ title: props.title }),
  });
}

/** A group that owns it cannot be shown; left empty, the owner stays. */
export function editActionItemModal(channel: ChannelId, item: ActionItem): Modal {
  return modal({
    form: forms.editActionItem,
    title: 'Action item',
    submit: 'Save',
    metadata: JSON.stringify({ channel, actionItemId: item.id }),
    blocks: actionItemFields(item),
  });
}

function actionItemFields(item: Pick<ActionItem, 'title'> & Partial<ActionItem>): InputBlock[] {
  const { title, owner, dueOn, kind, doneWhen } = item;
  return [
    textField({
      name: 'title',
      label: 'What is to be done?',
      initial: title,
      placeholder: 'Alert when waits for a connection exceed 100 ms',
    }),
    personField({
      name: 'owner',
      label: 'Owner',
      isOptional: true,
      initial: owner?.kind === 'person' ? owner.id : undefined,
    }),
    dateField({ name: 'due', label: 'Due', isOptional: true, initial: dueOn }),
    choiceField({
      name: 'kind',
      label: 'Kind',
      choices: ACTION_ITEM_KINDS.map((each) => ({ value: each, label: `${each}: ${meaning[each]}` })),
      isOptional: true,
      ...(kind === undefined ? {} : { initial: kind }),
    }),
    textField({
      name: 'done-when',
      label: 'Done when',
      hint: 'What one will be able to see',
      isOptional: true,
      ...(doneWhen === undefined ? {} : { initial: doneWhen }),
    }),
  ];
}

const EditMetadata = z.object({ channel: z.string(), actionItemId: z.string() });

export interface EditActionItemForm extends Pick<ActionItemForm, 'title' | 'kind' | 'owner' | 'dueOn' | 'doneWhen'> {
  readonly channel: ChannelId;
  readonly actionItemId: ActionItemId;
}

export function readEditActionItemModal(view: ViewOutput): EditActionItemForm {
  const { channel, actionItemId: id } = EditMetadata.parse(JSON.parse(view.private_metadata));
  return { ...readFields(view), channel: channelId(channel), actionItemId: actionItemId(id) };
}

export function readActionItemModal(view: ViewOutput): ActionItemForm {
  return { ...readFormMetadata(view.private_metadata), ...readFields(view) };
}

function readFields(view: ViewOutput): Omit<ActionItemForm, keyof FormContext> {
  const kind = readChoice(view, 'kind');
  const doneWhen = readText(view, 'done-when');
  return {
    title: readText(view, 'title'),
    kind: ACTION_ITEM_KINDS.find((known) => known === kind),
    owner: readPerson(view, 'owner'),
    dueOn: readDate(view, 'due'),
    doneWhen: doneWhen === '' ? undefined : doneWhen,
  };
}
