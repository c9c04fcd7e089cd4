import type { ActionItem, ActionItemKind } from '../../domain/action-items/action-item.ts';
import { actionItemId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { isOpen } from '../../domain/incident/status.ts';
import type { Party } from '../../domain/people/person.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import type { CalendarDate, Instant } from '../../domain/time.ts';
import { audit } from '../audit.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import { enqueue } from '../enqueue.ts';
import { findIncidentHere, type NoIncidentHere } from '../incident/find-incident-here.ts';
import type { Records } from '../ports.ts';
import type { RequesterInChannel } from '../request.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { checkOwner, type OwnerRefusal, todayOf } from './check-item.ts';
import { laneOfItem } from './keep-change.ts';

export interface AddActionItem extends RequesterInChannel {
  readonly title: string;
  readonly kind: ActionItemKind | undefined;
  readonly owner: Party | undefined;
  readonly dueOn: CalendarDate | undefined;
  readonly doneWhen: string | undefined;
  readonly permalink: string | undefined;
  /** When it was said, which may be a while ago: a command can wait for names. Now, where nobody says. */
  readonly saidAt: Instant | undefined;
}

export interface AddedActionItem extends ActionItem {
  /** Then its owner is told at once, not on close. */
  readonly isAfterClosing: boolean;
}

export type AddActionItemRefusal =
  | AlreadyHandled
  | NoIncidentHere
  | OwnerRefusal
  | { readonly kind: 'empty-text' }
  | { readonly kind: 'due-in-the-past'; readonly dueOn: CalendarDate };

/** Follow-up work can be added at any time, after closing too. */
export async function addActionItem(
  ports: ChangePorts,
  request: AddActionItem,
): Promise<Result<AddedActionItem, AddActionItemRefusal>> {
  const title = request.title.trim();
  if (title === '') {
    return refuse({ kind: 'empty-text' });
  }

  return change<AddedActionItem, AddActionItemRefusal>(ports, request, async (records, now) => {
    const found = await findIncidentHere(records, request);
    if (!found.ok) {
      return found;
    }
    if (request.dueOn !== undefined && request.dueOn < (await todayOf(records, request, request.saidAt ?? now))) {
      return refuse({ kind: 'due-in-the-past', dueOn: request.dueOn });
    }
    const owner = await checkOwner(records, found.value, request.owner);
    if (!owner.ok) {
      return owner;
    }

    const item: ActionItem = {
      id: actionItemId(ports.ids.next()),
      incidentId: found.value.id,
      title,
      kind: request.kind,
      owner: owner.value,
      dueOn: request.dueOn,
      doneWhen: request.doneWhen,
      status: 'open',
      createdBy: request.personId,
      createdAt: now,
      priority: undefined,
      acceptedAt: undefined,
      snoozedUntil: undefined,
      plannedAt: now,
      endedAt: undefined,
      permalink: request.permalink,
    };
    await records.actionItems.add(item);
    await recordItem(ports, records, { incident: found.value, item, now });
    return accept({ ...item, isAfterClosing: !isOpen(found.value.status) });
  });
}

async function recordItem(
  ports: ChangePorts,
  records: Records,
  added: { readonly incident: Incident; readonly item: ActionItem; readonly now: Instant },
): Promise<void> {
  const { incident, item, now } = added;
  const event = await recordEvent(ports, records, {
    incident,
    kind: 'action-item-added',
    text: item.title,
    at: now,
    now,
    recordedBy: item.createdBy,
  });
  await enqueue(records, incident.id, now, { kind: 'post-action-item', actionItemId: item.id, eventId: event?.id });
  await enqueue(records, laneOfItem(item), now, { kind: 'schedule-reminders', actionItemId: item.id });
  await audit(records, incident, {
    by: item.createdBy,
    now,
    action: 'add-action-item',
    details: { actionItem: item.id, owner: item.owner?.id ?? null, dueOn: item.dueOn ?? null },
  });
}
