import type { Kysely } from 'kysely';
import type { ActionItemId, MessageKey, MessageRef, TeamId } from '../domain/ids.ts';
import type { ActionItemMessage, ActionItemMessageStore } from '../use-cases/action-item-stores.ts';
import { inChunks } from './in-chunks.ts';
import type { Schema } from './schema.ts';
import { teamOfActionItem } from './team-of-action-item.ts';

export class DatabaseActionItemMessageStore implements ActionItemMessageStore {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  async list(item: ActionItemId): Promise<readonly ActionItemMessage[]> {
    const rows = await this.#db
      .selectFrom('action_item_message')
      .selectAll()
      .where('action_item_id', '=', item)
      .orderBy('message_key')
      .execute();
    return rows.map(({ channel, message_key, kind, person_id }) => ({
      message: { channel, key: message_key },
      kind,
      personId: person_id ?? undefined,
    }));
  }

  async add(item: ActionItemId, { message, kind, personId }: ActionItemMessage): Promise<void> {
    await this.#db
      .insertInto('action_item_message')
      .values({
        action_item_id: item,
        team_id: teamOfActionItem(this.#db, item),
        channel: message.channel,
        message_key: message.key,
        kind,
        person_id: personId ?? null,
      })
      .onConflict((conflict) => conflict.columns(['action_item_id', 'channel', 'message_key']).doNothing())
      .execute();
  }

  async addAll(
    team: TeamId,
    items: readonly ActionItemId[],
    { message, kind, personId }: ActionItemMessage,
  ): Promise<void> {
    for (const some of inChunks(items)) {
      const rows = some.map((item) => ({
        action_item_id: item,
        team_id: team,
        channel: message.channel,
        message_key: message.key,
        kind,
        person_id: personId ?? null,
      }));
      await this.#db
        .insertInto('action_item_message')
        .values(rows)
        .onConflict((conflict) => conflict.columns(['action_item_id', 'channel', 'message_key']).doNothing())
        .execute();
    }
  }

  async listItems(team: TeamId, { channel, key }: MessageRef): Promise<readonly ActionItemId[]> {
    const rows = await this.#db
      .selectFrom('action_item_message')
      .select('action_item_id')
      .where('team_id', '=', team)
      .where('channel', '=', channel)
      .where('message_key', '=', key)
      .orderBy('action_item_id')
      .execute();
    return rows.map(({ action_item_id: id }) => id);
  }

  async forget(team: TeamId, { channel, key }: MessageRef): Promise<void> {
    await this.#db
      .deleteFrom('action_item_message')
      .where('team_id', '=', team)
      .where('channel', '=', channel)
      .where('message_key', '=', key)
      .execute();
  }

  async forgetRemindersBefore(key: MessageKey): Promise<void> {
    await this.#db
      .deleteFrom('action_item_message')
      .where('kind', '=', 'digest')
      .where('message_key', '<', key)
      .where(({ exists, not, selectFrom }) =>
        not(
          exists(
            selectFrom('reminder_digest as last')
              .select('last.person_id')
              .whereRef('last.team_id', '=', 'action_item_message.team_id')
              .whereRef('last.person_id', '=', 'action_item_message.person_id')
              .whereRef('last.channel', '=', 'action_item_message.channel')
              .whereRef('last.message_key', '=', 'action_item_message.message_key'),
          ),
        ),
      )
      .execute();
  }
}
