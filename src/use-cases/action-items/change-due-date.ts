import type { DueInThePast, DueTooFar } from '../../domain/action-items/due-day.ts';
import type { ItemEnded } from '../../domain/action-items/ending.ts';
import type { ChangedMeanwhile } from '../../domain/action-items/ownership.ts';
import { changeDueDate, type DueUnchanged } from '../../domain/action-items/planning.ts';
import type { Result } from '../../domain/result.ts';
import type { CalendarDate } from '../../domain/time.ts';
import type { AlreadyHandled, ChangePorts } from '../change.ts';
import { firstDayOf } from '../people/zone-of.ts';
import type { ItemNow } from './action-item-messenger.ts';
import { changeItem, type ItemRequest } from './change-item.ts';
import type { NoSuchActionItem } from './find-item.ts';

export interface ChangeDueDate extends ItemRequest {
  readonly dueOn: CalendarDate;
  readonly reason: string;
  /** The date that they were shown. */
  readonly seen: string;
}

export type ChangeDueDateRefusal =
  | AlreadyHandled
  | NoSuchActionItem
  | ItemEnded
  | DueInThePast
  | DueTooFar
  | DueUnchanged
  | ChangedMeanwhile;

export function changeDueDateOf(
  ports: ChangePorts,
  request: ChangeDueDate,
): Promise<Result<ItemNow, ChangeDueDateRefusal>> {
  const { dueOn, seen } = request;
  return changeItem(ports, request, {
    action: 'change-due-date',
    reason: request.reason.trim(),
    decide: async (known, records, now) =>
      changeDueDate(known, { dueOn, seen, today: await firstDayOf(records, request, now) }),
  });
}
