import { type Kysely, sql } from 'kysely';
import type { ActionItemId, PersonId, TeamId } from '../domain/ids.ts';
import type { Recipient, RemindedItem, ReminderStore, SentDigest } from '../use-cases/action-item-stores.ts';
import { inChunks } from './in-chunks.ts';
import type { Schema } from './schema.ts';
import { teamOfActionItem } from './team-of-action-item.ts';
import { withIncidents } from './with-incidents.ts';

const lacksOwner = sql<number>`case when exists (
  select 1 from action_item_recipient owner
  where owner.action_item_id = recipient.action_item_id and owner.capacity = 'owner'
) then 0 else 1 end`.as('lacks_owner');

export class DatabaseReminderStore implements ReminderStore {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  async listRecipients(item: ActionItemId): Promise<readonly Recipient[]> {
    return (await this.listRecipientsOf([item])).get(item) ?? [];
  }

  async listRecipientsOf(items: readonly ActionItemId[]): Promise<ReadonlyMap<ActionItemId, readonly Recipient[]>> {
    const recipients = new Map<ActionItemId, Recipient[]>();
    for (const some of inChunks(items)) {
      const rows = await this.#db
        .selectFrom('action_item_recipient')
        .select(['action_item_id', 'person_id', 'capacity'])
        .where('action_item_id', 'in', some)
        .execute();
      for (const { action_item_id: id, person_id: personId, capacity } of rows) {
        const kept = recipients.get(id) ?? [];
        recipients.set(id, kept);
        kept.push({ personId, capacity });
      }
    }
    return recipients;
  }

  async replaceRecipients(item: ActionItemId, recipients: readonly Recipient[]): Promise<void> {
    await this.#db.deleteFrom('action_item_recipient').where('action_item_id', '=', item).execute();
    for (const some of inChunks(recipients)) {
      await this.#db
        .insertInto('action_item_recipient')
        .values(
          some.map(({ personId, capacity }) => ({
            action_item_id: item,
            team_id: teamOfActionItem(this.#db, item),
            person_id: personId,
            capacity,
          })),
        )
        .execute();
    }
  }

  async listHeard(team: TeamId, person: PersonId): Promise<readonly RemindedItem[]> {
    const heard = this.#db
      .selectFrom('action_item_recipient as recipient')
      .innerJoin('action_item', 'action_item.id', 'recipient.action_item_id')
      .where('recipient.team_id', '=', team)
      .where('recipient.person_id', '=', person)
      .where('action_item.status', '=', 'open');
    const rows = await heard
      .selectAll('action_item')
      .select(['recipient.capacity', lacksOwner])
      .orderBy(sql`case when action_item.due_on is null then 1 else 0 end`)
      .orderBy('action_item.due_on')
      .orderBy('action_item.id')
      .execute();
    const known = await withIncidents(this.#db, rows);
    return known.map(({ row, item, incident }) => ({
      item,
      incident,
      capacity: row.capacity,
      lacksOwner: row.lacks_owner === 1,
    }));
  }

  async findDigest(team: TeamId, person: PersonId): Promise<SentDigest | undefined> {
    const row = await this.#db
      .selectFrom('reminder_digest')
      .selectAll()
      .where('team_id', '=', team)
      .where('person_id', '=', person)
      .executeTakeFirst();
    return row && { sentOn: row.sent_on, sentAt: row.sent_at, message: { channel: row.channel, key: row.message_key } };
  }

  async saveDigest(team: TeamId, person: PersonId, { sentOn, sentAt, message }: SentDigest): Promise<void> {
    const sent = { sent_on: sentOn, sent_at: sentAt, channel: message.channel, message_key: message.key };
    await this.#db
      .insertInto('reminder_digest')
      .values({ team_id: team, person_id: person, ...sent })
      .onConflict((conflict) => conflict.columns(['team_id', 'person_id']).doUpdateSet(sent))
      .execute();
  }
}
