import { z } from 'zod';
import type { ActionItem, ActionItemKind, ActionItemStatus, Priority } from '../domain/action-items/action-item.ts';
import { type ActionItemChange, CHANGEABLE, type FieldChange } from '../domain/action-items/action-item-change.ts';
import type { TicketState, TrackerKind } from '../domain/action-items/ticket.ts';
import type { ActionItemId, ChannelId, GroupId, IncidentId, MessageKey, PersonId, TeamId } from '../domain/ids.ts';
import type { Party } from '../domain/people/person.ts';
import type { CalendarDate, Instant } from '../domain/time.ts';
import type { ActionItemMessage, Capacity } from '../use-cases/action-item-stores.ts';
import { AParty, orMissing } from './json-fields.ts';
import { fromParty, toParty } from './party.ts';

export interface ActionItemRow {
  id: ActionItemId;
  team_id: TeamId;
  incident_id: IncidentId;
  title: string;
  kind: ActionItemKind | null;
  priority: Priority | null;
  owner_kind: 'person' | 'group' | null;
  owner_id: PersonId | GroupId | null;
  owner_handle: string | null;
  due_on: CalendarDate | null;
  done_when: string | null;
  status: ActionItemStatus;
  accepted_at: Instant | null;
  snoozed_until: CalendarDate | null;
  /** Null in no row: SQLite cannot add a column that says so. */
  planned_at: Instant;
  created_by: PersonId;
  created_at: Instant;
  ended_at: Instant | null;
  permalink: string | null;
  ticket_tracker: TrackerKind | null;
  ticket_key: string | null;
  ticket_url: string | null;
  ticket_state: TicketState | null;
  ticket_heard_at: Instant | null;
  ticket_told_json: string | null;
}

export interface ActionItemChangeRow {
  id: string;
  team_id: TeamId;
  action_item_id: ActionItemId;
  changed_by: PersonId | null;
  at: Instant;
  fields_json: string;
  reason: string | null;
  through_channel: ChannelId | null;
  through_key: MessageKey | null;
}

export interface ActionItemRecipientRow {
  action_item_id: ActionItemId;
  team_id: TeamId;
  person_id: PersonId;
  capacity: Capacity;
}

export interface ReminderDigestRow {
  team_id: TeamId;
  person_id: PersonId;
  sent_on: CalendarDate;
  sent_at: Instant;
  channel: ChannelId;
  message_key: MessageKey;
}

export interface ActionItemMessageRow {
  action_item_id: ActionItemId;
  team_id: TeamId;
  channel: ChannelId;
  message_key: MessageKey;
  kind: ActionItemMessage['kind'];
  person_id: PersonId | null;
}

export interface GroupMemberRow {
  team_id: TeamId;
  group_id: GroupId;
  person_id: PersonId;
}

export function toActionItem(row: ActionItemRow): ActionItem {
  return {
    id: row.id,
    incidentId: row.incident_id,
    title: row.title,
    kind: row.kind ?? undefined,
    priority: row.priority ?? undefined,
    owner: toOwner(row),
    dueOn: row.due_on ?? undefined,
    doneWhen: row.done_when ?? undefined,
    status: row.status,
    acceptedAt: row.accepted_at ?? undefined,
    snoozedUntil: row.snoozed_until ?? undefined,
    plannedAt: row.planned_at,
    createdBy: row.created_by,
    createdAt: row.created_at,
    endedAt: row.ended_at ?? undefined,
    permalink: row.permalink ?? undefined,
    ...ticketOf(row),
  };
}

function ticketOf({
  ticket_key: key,
  ticket_url: url,
  ticket_state: state,
}: ActionItemRow): Pick<ActionItem, 'ticket'> {
  return key === null ? {} : { ticket: { key, url: url ?? undefined, isGone: state === 'gone' } };
}

export function toOwner({
  owner_kind: kind,
  owner_id: id,
  owner_handle: handle,
}: Pick<ActionItemRow, 'owner_kind' | 'owner_id' | 'owner_handle'>): Party | undefined {
  return kind === null || id === null ? undefined : toParty({ kind, id, handle });
}

type TicketColumn = Extract<keyof ActionItemRow, `ticket_${string}`>;

/** All but what is kept of its ticket. */
export function fromActionItem(item: ActionItem): Omit<ActionItemRow, 'team_id' | TicketColumn> {
  const owner = item.owner && fromParty(item.owner);
  return {
    id: item.id,
    incident_id: item.incidentId,
    title: item.title,
    kind: item.kind ?? null,
    priority: item.priority ?? null,
    owner_kind: owner?.kind ?? null,
    owner_id: owner?.id ?? null,
    owner_handle: owner?.handle ?? null,
    due_on: item.dueOn ?? null,
    done_when: item.doneWhen ?? null,
    status: item.status,
    accepted_at: item.acceptedAt ?? null,
    snoozed_until: item.snoozedUntil ?? null,
    planned_at: item.plannedAt,
    created_by: item.createdBy,
    created_at: item.createdAt,
    ended_at: item.endedAt ?? null,
    permalink: item.permalink ?? null,
  };
}

const Fields = z.array(
  z.union([
    z.object({ field: z.literal('owner'), from: orMissing(AParty), to: orMissing(AParty) }),
    z.object({
      field: z.enum(CHANGEABLE).exclude(['owner']),
      from: orMissing(z.string()),
      to: orMissing(z.string()),
    }),
  ]),
);

export function toChange(row: ActionItemChangeRow): ActionItemChange {
  return {
    actionItemId: row.action_item_id,
    by: row.changed_by ?? undefined,
    at: row.at,
    fields: Fields.parse(JSON.parse(row.fields_json)) as readonly FieldChange[],
    reason: row.reason ?? undefined,
    through:
      row.through_channel === null || row.through_key === null
        ? undefined
        : { channel: row.through_channel, key: row.through_key },
  };
}
