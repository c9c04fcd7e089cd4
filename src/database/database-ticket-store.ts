import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import type { Ticket, ToldFields, TrackerKind } from '../domain/action-items/ticket.ts';
import type { ActionItemId } from '../domain/ids.ts';
import type { CalendarDate, Instant } from '../domain/time.ts';
import type { TicketStore } from '../use-cases/tracker-port.ts';
import type { ActionItemRow } from './action-item-rows.ts';
import { orMissing } from './json-fields.ts';
import type { Schema } from './schema.ts';

/** Tickets stand in the rows of their items, so that whatever reads an item knows where it is found. */
export class DatabaseTicketStore implements TicketStore {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  async find(item: ActionItemId): Promise<Ticket | undefined> {
    const row = await this.#db.selectFrom('action_item').selectAll().where('id', '=', item).executeTakeFirst();
    return row && toTicket(row);
  }

  async findByKey(tracker: TrackerKind, key: string): Promise<Ticket | undefined> {
    const row = await this.#db
      .selectFrom('action_item')
      .selectAll()
      .where('ticket_tracker', '=', tracker)
      .where('ticket_key', '=', key)
      .executeTakeFirst();
    return row && toTicket(row);
  }

  async save(ticket: Ticket): Promise<void> {
    await this.#db
      .updateTable('action_item')
      .set({
        ticket_tracker: ticket.tracker,
        ticket_key: ticket.key,
        ticket_url: ticket.url ?? null,
        ticket_state: ticket.state,
        ticket_heard_at: ticket.heardAt,
        ticket_told_json: JSON.stringify({ ...ticket.told, failure: ticket.failure }),
      })
      .where('id', '=', ticket.actionItemId)
      .execute();
  }

  async oldestHeard(tracker: TrackerKind): Promise<Instant | undefined> {
    const row = await this.#db
      .selectFrom('action_item')
      .select(({ fn }) => fn.min('ticket_heard_at').as('heard_at'))
      .where('ticket_tracker', '=', tracker)
      .where('ticket_state', '!=', 'gone')
      .executeTakeFirst();
    return row?.heard_at ?? undefined;
  }
}

const Told = z.object({
  title: z.string(),
  doneWhen: orMissing(z.string()),
  dueOn: orMissing(z.string().transform((text) => text as CalendarDate)),
  owner: orMissing(z.string()),
  failure: orMissing(z.string()),
});

function toTicket(row: Selectable<ActionItemRow>): Ticket | undefined {
  const { ticket_tracker: tracker, ticket_key: key, ticket_state: state, ticket_heard_at: heardAt } = row;
  if (tracker === null || key === null || state === null || heardAt === null) {
    return undefined;
  }
  const { failure, ...told } = Told.parse(JSON.parse(row.ticket_told_json ?? '{}'));
  return {
    actionItemId: row.id,
    tracker,
    key,
    url: row.ticket_url ?? undefined,
    state,
    heardAt,
    told: told satisfies ToldFields,
    failure,
  };
}
