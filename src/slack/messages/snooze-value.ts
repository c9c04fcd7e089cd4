import { SNOOZES, type Snooze } from '../../domain/action-items/planning.ts';
import { type ActionItemId, actionItemId } from '../../domain/ids.ts';

/** What a choice of the menu carries; without a choice a day is to be picked. */
export function snoozeValue(item: ActionItemId, choice: Snooze | undefined): string {
  return choice === undefined ? item : `${item}:${choice}`;
}

export function readSnoozeValue(value: string): {
  readonly actionItemId: ActionItemId;
  readonly choice: Snooze | undefined;
} {
  const [id = '', word = ''] = value.split(':');
  const known = Object.keys(SNOOZES) as Snooze[];
  return { actionItemId: actionItemId(id), choice: known.find((choice) => choice === word) };
}
