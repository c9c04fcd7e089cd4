import type { ViewOutput } from '@slack/bolt';
import type { ActionItemKind } from '../../domain/action-items/action-item.ts';
import type { DueDays } from '../../domain/action-items/default-due.ts';
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
  /** By the policy, where nobody says a day; missing where no incident is known yet. */
  readonly dueDays: DueDays | undefined;
}

export function actionItemModal({ title, kind, groups, dueDays, ...about }: NewActionItem): Modal {
  const dueHint = dueDays && dueHintOf(dueDays);
  return modal({
    form: forms.actionItem,
    title: 'Action item',
    submit: 'Add',
    metadata: writeFormMetadata(about),
    blocks: actionItemFields({ title, kind }, { groups, dueHint }),
  });
}

/** `Left empty: in 15 days (mitigate: in 5 days), as the policy has it.` */
function dueHintOf({ days, ofKinds }: DueDays): string | undefined {
  if (days === undefined && ofKinds.length === 0) {
    return undefined;
  }
  const others = ofKinds.map(({ kind, days: ofKind }) => `${kind}: ${inDays(ofKind)}`).join(', ');
  const most = days === undefined ? 'no due date' : inDays(days);
  return `Left empty: ${most}${others === '' ? '' : ` (${others})`}, as the policy has it.`;
}

function inDays(days: number): string {
  return days === 1 ? 'in 1 day' : `in ${days} days`;
}

export function readActionItemModal(view: ViewOutput): ActionItemValues & FormContext {
  return { ...readFormMetadata(view.private_metadata), ...readActionItemFields(view) };
}
