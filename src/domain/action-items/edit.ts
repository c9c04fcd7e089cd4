import { accept, type Result, refuse } from '../result.ts';
import type { CalendarDate } from '../time.ts';
import type { ActionItem } from './action-item.ts';
import { type ActionItemChange, type ChangeableField, isSameParty } from './action-item-change.ts';
import { checkDueDay, type DueInThePast, type DueTooFar } from './due-day.ts';
import type { KnownItem } from './ending.ts';

/** What one edits all at once. */
const EDITABLE = ['title', 'kind', 'priority', 'owner', 'dueOn', 'doneWhen'] as const satisfies ChangeableField[];

/** What is missing stays as it is; what is undefined is taken away. */
export type EditOfItem = Partial<Pick<ActionItem, (typeof EDITABLE)[number]>>;

/** Others edited it meanwhile; whoever does is told what, and sends again what they still mean. */
export interface EditedMeanwhile {
  readonly kind: 'edited-meanwhile';
  /** Oldest first. */
  readonly changes: readonly ActionItemChange[];
}

/** An item that came to an end can be edited too: the postmortem shows it. */
export function editItem(
  { item, history }: KnownItem,
  asked: { readonly edit: EditOfItem; readonly seen: number | undefined; readonly today: CalendarDate },
): Result<ActionItem, { readonly kind: 'empty-text' } | DueInThePast | DueTooFar | EditedMeanwhile> {
  const { edit, seen, today } = asked;
  const changes = seen === undefined ? [] : editsSince(history, seen);
  if (changes.length > 0) {
    return refuse({ kind: 'edited-meanwhile', changes });
  }
  const edited = { ...item, ...edit };
  const title = edited.title.trim();
  if (title === '') {
    return refuse({ kind: 'empty-text' });
  }
  const { dueOn } = edited;
  const checked = dueOn === undefined || dueOn === item.dueOn ? accept(dueOn) : checkDueDay(dueOn, today);
  if (!checked.ok) {
    return checked;
  }
  const isPlannedAnew = dueOn !== item.dueOn || !isSameParty(edited.owner, item.owner);
  // What was put off before belongs to the plan that it was put off from.
  return accept({ ...edited, title, snoozedUntil: isPlannedAnew ? undefined : item.snoozedUntil });
}

/** The changes after the first `seen` of what one edits; a snooze is none. */
function editsSince(history: readonly ActionItemChange[], seen: number): readonly ActionItemChange[] {
  const isEditable = (field: ChangeableField) => EDITABLE.some((each) => each === field);
  return history.slice(seen).filter(({ fields }) => fields.some(({ field }) => isEditable(field)));
}
