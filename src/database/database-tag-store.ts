import type { Kysely } from 'kysely';
import type { IncidentId, MessageRef } from '../domain/ids.ts';
import type { Tag } from '../domain/timeline/tagging.ts';
import type { TagStore } from '../use-cases/stores.ts';
import type { Schema } from './schema.ts';
import { teamOfIncident } from './team-of-incident.ts';
import type { MessageTagRow } from './timeline-rows.ts';

export class DatabaseTagStore implements TagStore {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  async set(incident: IncidentId, tag: Tag): Promise<void> {
    await this.#db
      .insertInto('message_tag')
      .values({
        team_id: teamOfIncident(this.#db, incident),
        incident_id: incident,
        message_channel: tag.message.channel,
        message_key: tag.message.key,
        tagged_by: tag.by,
        reaction: tag.reaction,
        kind: tag.kind,
        is_set: tag.isSet ? 1 : 0,
        changed_at: tag.changedAt,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['incident_id', 'message_channel', 'message_key', 'tagged_by', 'reaction'])
          .doUpdateSet(({ ref }) => ({
            kind: ref('excluded.kind'),
            is_set: ref('excluded.is_set'),
            changed_at: ref('excluded.changed_at'),
          }))
          .whereRef('message_tag.changed_at', '<', 'excluded.changed_at'),
      )
      .execute();
  }

  async list(incident: IncidentId, message: MessageRef): Promise<readonly Tag[]> {
    const rows = await this.#ofIncident(incident)
      .where('message_channel', '=', message.channel)
      .where('message_key', '=', message.key)
      .execute();
    return rows.map(toTag);
  }

  async listAll(incident: IncidentId): Promise<readonly Tag[]> {
    return (await this.#ofIncident(incident).execute()).map(toTag);
  }

  #ofIncident(incident: IncidentId) {
    return this.#db.selectFrom('message_tag').selectAll().where('incident_id', '=', incident);
  }
}

function toTag(row: MessageTagRow): Tag {
  return {
    message: { channel: row.message_channel, key: row.message_key },
    by: row.tagged_by,
    reaction: row.reaction,
    kind: row.kind,
    isSet: row.is_set === 1,
    changedAt: row.changed_at,
  };
}
