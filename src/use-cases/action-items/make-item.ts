import type { ActionItem } from '../../domain/action-items/action-item.ts';
import { type DefaultDue, defaultDue } from '../../domain/action-items/default-due.ts';
import { actionItemId, type PersonId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { calendarDateAt, type Instant, UTC } from '../../domain/time.ts';
import { audit } from '../audit.ts';
import type { ChangePorts } from '../change.ts';
import { enqueue } from '../enqueue.ts';
import type { Ports, Records } from '../ports.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { laneOfItem } from './keep-change.ts';

export type MakePorts = ChangePorts & Pick<Ports, 'policy' | 'calendarOf'>;

/** What somebody can say of an item as they make it. */
export type SaidItem = Pick<
  ActionItem,
  'title' | 'priority' | 'kind' | 'owner' | 'dueOn' | 'doneWhen' | 'permalink' | 'createdBy'
>;

export interface MadeItem {
  readonly item: ActionItem;
  /** Where nobody said when it is due, and the policy does. */
  readonly byDefault: DefaultDue | undefined;
}

/** Keeps a new item in the caller's transaction, and asks for all that follows from it; its owner is told by that. */
export async function makeItem(
  ports: MakePorts,
  records: Records,
  { incident, said, now }: { readonly incident: Incident; readonly said: SaidItem; readonly now: Instant },
): Promise<MadeItem> {
  const byDefault = said.dueOn === undefined ? await dueByPolicy(ports, records, { incident, said, now }) : undefined;
  const item: ActionItem = {
    ...said,
    id: actionItemId(ports.ids.next()),
    incidentId: incident.id,
    dueOn: said.dueOn ?? byDefault?.dueOn,
    status: 'open',
    createdAt: now,
    acceptedAt: undefined,
    snoozedUntil: undefined,
    plannedAt: now,
    endedAt: undefined,
  };
  await records.actionItems.add(item);
  const event = await recordEvent(ports, records, {
    incident,
    kind: 'action-item-added',
    text: item.title,
    at: now,
    now,
    recordedBy: item.createdBy,
  });
  await enqueue(
    records,
    incident.id,
    now,
    { kind: 'post-action-item', actionItemId: item.id, eventId: event?.id },
    { kind: 'refresh-card', incidentId: incident.id },
  );
  await enqueue(records, laneOfItem(item), now, { kind: 'schedule-reminders', actionItemId: item.id });
  await audit(records, incident, {
    by: item.createdBy,
    now,
    action: 'add-action-item',
    details: { actionItem: item.id, owner: item.owner?.id ?? null, dueOn: item.dueOn ?? null },
  });
  return { item, byDefault };
}

/** Counted where its owner lives, or whoever made it where it has none, or where a group has it. */
async function dueByPolicy(
  { policy, calendarOf }: MakePorts,
  records: Records,
  { incident, said, now }: { readonly incident: Incident; readonly said: SaidItem; readonly now: Instant },
): Promise<DefaultDue | undefined> {
  const ids: readonly PersonId[] = said.owner?.kind === 'person' ? [said.owner.id, said.createdBy] : [said.createdBy];
  const known = await records.people.find(incident.teamId, ids);
  const zone = ids.map((id) => known.get(id)?.timeZone).find((each) => each !== undefined) ?? UTC;
  const about = { kind: said.kind, severity: incident.severity };
  return defaultDue(about, policy.actionItems, { today: calendarDateAt(now, zone), calendar: calendarOf(zone) });
}
