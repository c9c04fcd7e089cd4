import type { ActionItem } from '../../domain/action-items/action-item.ts';
import { isSameParty } from '../../domain/action-items/action-item-change.ts';
import { checkDueDay, type DueInThePast, type DueTooFar } from '../../domain/action-items/due-day.ts';
import type { ActionItemId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Party } from '../../domain/people/person.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import type { CalendarDate } from '../../domain/time.ts';
import type { ChangePorts } from '../change.ts';
import { findIncidentHere, type NoIncidentHere } from '../incident/find-incident-here.ts';
import { firstDayOf } from '../people/zone-of.ts';
import type { Records } from '../ports.ts';
import type { RequesterInChannel } from '../request.ts';
import { checkOwner, type OwnerRefusal } from './check-item.ts';
import { keepChange } from './keep-change.ts';

/** What was missing of an item; undefined where it still is. */
export interface Assignment {
  readonly actionItemId: ActionItemId;
  readonly owner: Party | undefined;
  readonly dueOn: CalendarDate | undefined;
}

export interface NotAssigned {
  readonly actionItemId: ActionItemId;
  readonly title: string;
  readonly field: 'owner' | 'due';
  readonly why:
    | OwnerRefusal
    | DueInThePast
    | DueTooFar
    /** Somebody else said it while the form was open. */
    | { readonly kind: 'said-meanwhile'; readonly item: ActionItem };
}

export type AssignItemsRefusal =
  | NoIncidentHere
  | { readonly kind: 'not-assigned'; readonly errors: readonly NotAssigned[] };

/**
 * Gives items the owners and due dates that they lack: all of them, or none. The same sent twice changes nothing the second
 * time, so no key of its delivery is kept.
 */
export async function assignItems(
  ports: ChangePorts,
  request: RequesterInChannel & { readonly assignments: readonly Assignment[] },
): Promise<Result<undefined, AssignItemsRefusal>> {
  const { assignments, personId: by } = request;
  if (assignments.length === 0) {
    return accept(undefined);
  }
  const now = ports.clock.now();
  const assigned = await ports.database.transaction<undefined, AssignItemsRefusal>(async (records) => {
    const found = await findIncidentHere(records, request);
    if (!found.ok) {
      return found;
    }
    const incident = found.value;
    const firstDay = await firstDayOf(records, request, now);
    const errors: NotAssigned[] = [];
    for (const item of await records.actionItems.list(incident.id)) {
      const said = assignments.find(({ actionItemId }) => actionItemId === item.id);
      if (said !== undefined && item.status === 'open') {
        errors.push(...(await whyNot(records, { incident, item, said, firstDay })));
        const after = { ...item, owner: item.owner ?? said.owner, dueOn: item.dueOn ?? said.dueOn };
        if (after.owner !== item.owner || after.dueOn !== item.dueOn) {
          await keepChange(records, { incident, before: item, after, by, now, action: 'assign-action-item' });
        }
      }
    }
    return errors.length === 0 ? accept(undefined) : refuse({ kind: 'not-assigned', errors });
  });
  if (assigned.ok) {
    ports.wake();
  }
  return assigned;
}

async function whyNot(
  records: Records,
  {
    incident,
    item,
    said,
    firstDay,
  }: {
    readonly incident: Incident;
    readonly item: ActionItem;
    readonly said: Assignment;
    readonly firstDay: CalendarDate;
  },
): Promise<readonly NotAssigned[]> {
  const { owner, dueOn } = said;
  const { id: actionItemId, title } = item;
  const meanwhile = { kind: 'said-meanwhile', item } as const;
  const isOwned = owner !== undefined && item.owner !== undefined && !isSameParty(item.owner, owner);
  const isDated = dueOn !== undefined && item.dueOn !== undefined && item.dueOn !== dueOn;
  const due = dueOn === undefined || item.dueOn !== undefined ? accept(dueOn) : checkDueDay(dueOn, firstDay);
  const checked = await checkOwner(records, incident, owner);
  return [
    ...(isOwned ? [{ actionItemId, title, field: 'owner', why: meanwhile } as const] : []),
    ...(isOwned || checked.ok ? [] : [{ actionItemId, title, field: 'owner', why: checked.refusal } as const]),
    ...(isDated ? [{ actionItemId, title, field: 'due', why: meanwhile } as const] : []),
    ...(due.ok ? [] : [{ actionItemId, title, field: 'due', why: due.refusal } as const]),
  ];
}
