import type { ActionItem, ActionItemKind, Priority } from '../../domain/action-items/action-item.ts';
import type { ActionItemId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Party } from '../../domain/people/person.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import type { CalendarDate } from '../../domain/time.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import { findIncidentHere, type NoIncidentHere } from '../incident/find-incident-here.ts';
import type { Records } from '../ports.ts';
import type { RequesterInChannel } from '../request.ts';
import { checkOwner, type OwnerRefusal, todayOf } from './check-item.ts';
import { keepChange } from './keep-change.ts';

/** What is missing stays as it is. */
export interface EditActionItem extends RequesterInChannel {
  readonly actionItemId: ActionItemId;
  readonly title?: string;
  readonly kind?: ActionItemKind | undefined;
  readonly priority?: Priority | undefined;
  readonly owner?: Party | undefined;
  readonly dueOn?: CalendarDate | undefined;
  readonly doneWhen?: string | undefined;
}

export type EditActionItemRefusal =
  | AlreadyHandled
  | NoIncidentHere
  | OwnerRefusal
  | { readonly kind: 'no-such-action-item' | 'empty-text' }
  | { readonly kind: 'due-in-the-past'; readonly dueOn: CalendarDate };

/** Says of follow-up work what was left open when it was added: whose it is, until when, how one sees that it is done. */
export async function editActionItem(
  ports: ChangePorts,
  request: EditActionItem,
): Promise<Result<ActionItem, EditActionItemRefusal>> {
  return change<ActionItem, EditActionItemRefusal>(ports, request, async (records, now) => {
    const found = await findHere(records, request);
    if (!found.ok) {
      return found;
    }
    const { incident, item } = found.value;
    const { title = item.title, kind = item.kind, priority = item.priority } = request;
    const { dueOn = item.dueOn, doneWhen = item.doneWhen } = request;
    if (title.trim() === '') {
      return refuse({ kind: 'empty-text' });
    }
    if (dueOn !== undefined && dueOn !== item.dueOn && dueOn < (await todayOf(records, request, now))) {
      return refuse({ kind: 'due-in-the-past', dueOn });
    }
    const owner = await checkOwner(records, incident, request.owner);
    if (!owner.ok) {
      return owner;
    }
    const edited: ActionItem = {
      ...item,
      title: title.trim(),
      kind,
      priority,
      dueOn,
      doneWhen,
      owner: owner.value ?? item.owner,
    };
    const { personId: by } = request;
    const change = { incident, before: item, after: edited, by, now, action: 'edit-action-item' };
    return accept(await keepChange(records, change));
  });
}

/** Of the incident in whose channel it is asked for, so that nobody reads another's by its id. */
export async function findHere(
  records: Records,
  asker: Pick<EditActionItem, 'teamId' | 'channel' | 'personId' | 'actionItemId'>,
): Promise<
  Result<
    { readonly incident: Incident; readonly item: ActionItem },
    NoIncidentHere | { readonly kind: 'no-such-action-item' }
  >
> {
  const incident = await findIncidentHere(records, asker);
  if (!incident.ok) {
    return incident;
  }
  const item = await records.actionItems.find(asker.actionItemId);
  return item?.incidentId === incident.value.id
    ? accept({ incident: incident.value, item })
    : refuse({ kind: 'no-such-action-item' });
}
