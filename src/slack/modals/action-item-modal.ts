import type { ViewOutput } from '@slack/bolt';
import type { ActionItemKind } from '../../domain/action-items/action-item.ts';
import type { Group } from '../../domain/people/person.ts';
import { type Modal, modal } from '../blocks/fields.ts';
import { forms } from '../identifiers.ts';
import { type ActionItemValues, actionItemFields, readActionItemFields } from './action-item-fields.ts';
import { type FormContext, readFormMetadata, writeFormMetadata } from './form-metadata.ts';

export interface NewActionItem extends FormContext {
  readonly title: string;
  /** What it should be for, where that is what is missing. */
  readonly kind?: ActionItemKind | undefined;
  readonly groups: readonly Group[];
  /** In how many days it is due by the policy, where nobody says a day. */
  readonly dueDays: number | undefined;
}

export function actionItemModal({ title, kind, groups, dueDays, ...about }: NewActionItem): Modal {
  const dueHint = dueDays === undefined ? undefined : `Left empty: in ${dueDays} days, as the policy has it.`;
  return modal({
    form: forms.actionItem,
    title: 'Action item',
    submit: 'Add',
    metadata: writeFormMetadata(about),
    blocks: actionItemFields({ title, kind }, { groups, dueHint }),
  });
}

export function readActionItemModal(view: ViewOutput): ActionItemValues & FormContext {
  return { ...readFormMetadata(view.private_metadata), ...readActionItemFields(view) };
}
