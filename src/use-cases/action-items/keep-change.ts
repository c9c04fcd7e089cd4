import type { ActionItem } from '../../domain/action-items/action-item.ts';
import {
  type ActionItemChange,
  changedFields,
  type FieldChange,
  isSameParty,
} from '../../domain/action-items/action-item-change.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Instant } from '../../domain/time.ts';
import { audit } from '../audit.ts';
import { enqueue } from '../enqueue.ts';
import type { Records } from '../ports.ts';
import { askToKeepInStep } from '../postmortem/ask-to-keep-in-step.ts';
import { askToUpdateTicket } from '../trackers/ask-for-ticket.ts';

export interface KeptChange {
  readonly incident: Incident;
  readonly before: ActionItem;
  readonly after: ActionItem;
  /** Missing where no person did it. */
  readonly by: PersonId | undefined;
  /** The use case, `complete-action-item`. */
  readonly action: string;
  readonly reason?: string | undefined;
  readonly through?: ActionItemChange['through'];
  readonly now: Instant;
}

/**
 * Keeps a change of an action item with its history, in the caller's transaction, and asks for all that follows from it:
 * its messages, its incident’s card and its postmortem are drawn anew, and whoever is to be reminded is worked out again. Answers the item as
 * it is kept.
 */
export async function keepChange(records: Records, change: KeptChange): Promise<ActionItem> {
  const { incident, before, by, reason, through, now } = change;
  const decided = ofItsOwner(before, change.after);
  const fields = changedFields(before, decided);
  const after: ActionItem = { ...decided, plannedAt: isPlannedAnew(fields) ? now : before.plannedAt };
  await records.actionItems.save(after);
  if (fields.length > 0) {
    await records.actionItems.addChange({ actionItemId: after.id, by, at: now, fields, reason, through });
  }
  await enqueue(records, laneOfItem(after), now, { kind: 'schedule-reminders', actionItemId: after.id });
  await askToRefresh(records, after, now);
  if (fields.some(({ field }) => field === 'status' || field === 'owner')) {
    await enqueue(records, incident.id, now, { kind: 'refresh-card', incidentId: incident.id });
  }
  await askToUpdateTicket(records, after, now);
  const details = { actionItem: after.id, owner: after.owner?.id ?? null, dueOn: after.dueOn ?? null };
  await (by === undefined
    ? askToKeepInStep(records, incident, now)
    : audit(records, incident, { by, now, action: change.action, details }));
  return after;
}

/** What its owner said of it goes with them: another has neither accepted it nor put it off. */
function ofItsOwner(before: ActionItem, after: ActionItem): ActionItem {
  if (isSameParty(before.owner, after.owner)) {
    return after;
  }
  const acceptedAt = after.acceptedAt === before.acceptedAt ? undefined : after.acceptedAt;
  return { ...after, acceptedAt, snoozedUntil: undefined };
}

/** One that is opened again too: what would have been told while it was over, nobody is owed. */
function isPlannedAnew(fields: readonly FieldChange[]): boolean {
  return fields.some(
    ({ field, to }) =>
      field === 'owner' || field === 'dueOn' || field === 'snoozedUntil' || (field === 'status' && to === 'open'),
  );
}

export async function askToRefresh(records: Records, item: Pick<ActionItem, 'id'>, now: Instant): Promise<void> {
  await enqueue(records, laneOfDrawings(item), now, { kind: 'refresh-action-item', actionItemId: item.id });
}

/** The last asks for drawings that show the last change. */
export function laneOfDrawings({ id }: Pick<ActionItem, 'id'>): string {
  return `refresh-action-item:${id}`;
}

/** What is worked out about an item goes in order. */
export function laneOfItem({ id }: Pick<ActionItem, 'id'>): string {
  return `action-item:${id}`;
}
