import type { ActionItem } from '../../domain/action-items/action-item.ts';
import type { ActionItemId, PersonId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import { findItem, type NoSuchActionItem } from '../action-items/find-item.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import { enqueue } from '../enqueue.ts';
import type { Ports, Records } from '../ports.ts';
import type { Requester } from '../request.ts';

export type AskForTicketRefusal =
  | AlreadyHandled
  | NoSuchActionItem
  | { readonly kind: 'no-tracker' | 'ticket-on-its-way' }
  | { readonly kind: 'has-ticket'; readonly key: string; readonly url: string | undefined }
  | { readonly kind: 'no-ticket-of-ended'; readonly title: string };

/** Somebody wants a ticket for an item, of a private incident too: they were told who will read it. */
export async function askForTicket(
  ports: ChangePorts & Pick<Ports, 'tracker'>,
  request: Requester & { readonly actionItemId: ActionItemId },
): Promise<Result<ActionItem, AskForTicketRefusal>> {
  return change<ActionItem, AskForTicketRefusal>(ports, request, async (records, now) => {
    const found = await findItem(records, request);
    if (!found.ok) {
      return found;
    }
    const { item } = found.value;
    if (ports.tracker === undefined) {
      return refuse({ kind: 'no-tracker' });
    }
    if (item.ticket !== undefined && !item.ticket.isGone) {
      return refuse({ kind: 'has-ticket', key: item.ticket.key, url: item.ticket.url });
    }
    if (item.status !== 'open') {
      return refuse({ kind: 'no-ticket-of-ended', title: item.title });
    }
    if (await records.work.isWaiting(laneOfTicket(item), 'create-ticket')) {
      return refuse({ kind: 'ticket-on-its-way' });
    }
    await askToCreate(records, item, { askedBy: request.personId, now });
    return accept(item);
  });
}

/** Where the policy wants a ticket for every item; never for one of a private incident, of which nobody asked. */
export async function askForTicketAlways(
  ports: Pick<Ports, 'database' | 'policy' | 'clock' | 'wake'>,
  item: ActionItem,
  incident: Incident,
): Promise<void> {
  if (ports.policy.tracker?.create !== 'always' || incident.isPrivate || item.ticket !== undefined) {
    return;
  }
  await ports.database.transaction(async (records) =>
    accept(await askToCreate(records, item, { askedBy: undefined, now: ports.clock.now() })),
  );
  ports.wake();
}

async function askToCreate(
  records: Records,
  item: ActionItem,
  { askedBy, now }: { readonly askedBy: PersonId | undefined; readonly now: Instant },
): Promise<void> {
  await records.work.add({
    work: { kind: 'create-ticket', actionItemId: item.id, askedBy },
    lane: laneOfTicket(item),
    runAt: now,
    dedupeKey: askedBy === undefined ? `create-ticket:${item.id}` : undefined,
  });
}

/** Has an item's ticket follow its change, in the caller's transaction. */
export async function askToUpdateTicket(records: Records, item: ActionItem, now: Instant): Promise<void> {
  if (item.ticket !== undefined && !item.ticket.isGone) {
    await enqueue(records, laneOfTicket(item), now, { kind: 'update-ticket', actionItemId: item.id });
  }
}

/** The same later, unless it is asked for already. */
export async function askToUpdateAgain(records: Records, item: Pick<ActionItem, 'id'>, at: Instant): Promise<void> {
  if (!(await records.work.isWaiting(laneOfTicket(item), 'update-ticket'))) {
    await enqueue(records, laneOfTicket(item), at, { kind: 'update-ticket', actionItemId: item.id });
  }
}

/** What one ticket is told goes in order. */
function laneOfTicket({ id }: Pick<ActionItem, 'id'>): string {
  return `ticket:${id}`;
}
