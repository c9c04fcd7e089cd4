import type { ActionItemId, MessageRef, PersonId } from '../ids.ts';
import type { Party } from '../people/person.ts';
import type { Instant } from '../time.ts';
import type { ActionItem } from './action-item.ts';

/** What people can change about an item, in the order in which its history tells it. */
export const CHANGEABLE = [
  'title',
  'kind',
  'priority',
  'owner',
  'dueOn',
  'doneWhen',
  'status',
  'snoozedUntil',
] as const;

export type ChangeableField = (typeof CHANGEABLE)[number];

export type FieldChange =
  | { readonly field: 'owner'; readonly from: Party | undefined; readonly to: Party | undefined }
  | {
      readonly field: Exclude<ChangeableField, 'owner'>;
      readonly from: string | undefined;
      readonly to: string | undefined;
    };

/** One step of an item's history. */
export interface ActionItemChange {
  readonly actionItemId: ActionItemId;
  /** Missing where no person did it: its owner left the workspace, or its ticket was closed. */
  readonly by: PersonId | undefined;
  readonly at: Instant;
  readonly fields: readonly FieldChange[];
  readonly reason: string | undefined;
  /** Where it was not said to us: the message of its own that bore the reaction which said it. */
  readonly through: MessageRef | undefined;
}

export function changedFields(before: ActionItem, after: ActionItem): readonly FieldChange[] {
  return CHANGEABLE.flatMap((field): readonly FieldChange[] => {
    if (field === 'owner') {
      return isSameParty(before.owner, after.owner) ? [] : [{ field, from: before.owner, to: after.owner }];
    }
    return before[field] === after[field] ? [] : [{ field, from: before[field], to: after[field] }];
  });
}

export function isSameParty(one: Party | undefined, other: Party | undefined): boolean {
  return one?.kind === other?.kind && one?.id === other?.id;
}

export function lastChangeOf(
  history: readonly ActionItemChange[],
  changed: ChangeableField,
): ActionItemChange | undefined {
  return history.findLast(({ fields }) => fields.some(({ field }) => field === changed));
}
