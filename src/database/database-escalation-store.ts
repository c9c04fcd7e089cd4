import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Escalation } from '../domain/escalation/escalation.ts';
import { type EscalationId, type IncidentId, personId } from '../domain/ids.ts';
import type { EscalationStore } from '../use-cases/stores.ts';
import { toMessageRef } from './message-ref.ts';
import { fromParty, toParty } from './party.ts';
import type { EscalationRow, Schema } from './schema.ts';
import { teamOfIncident } from './team-of-incident.ts';

export class DatabaseEscalationStore implements EscalationStore {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  async find(id: EscalationId): Promise<Escalation | undefined> {
    const row = await this.#db.selectFrom('escalation').selectAll().where('id', '=', id).executeTakeFirst();
    return row && toEscalation(row);
  }

  async list(incident: IncidentId): Promise<readonly Escalation[]> {
    const rows = await this.#db
      .selectFrom('escalation')
      .selectAll()
      .where('incident_id', '=', incident)
      .orderBy('id')
      .execute();
    return rows.map(toEscalation);
  }

  async add(escalation: Escalation): Promise<void> {
    await this.#db
      .insertInto('escalation')
      .values({ ...toRow(escalation), team_id: teamOfIncident(this.#db, escalation.incidentId) })
      .execute();
  }

  async save(escalation: Escalation): Promise<void> {
    await this.#db.updateTable('escalation').set(toRow(escalation)).where('id', '=', escalation.id).execute();
  }
}

const Called = z.array(z.string().transform(personId));

function toEscalation(row: EscalationRow): Escalation {
  return {
    id: row.id,
    incidentId: row.incident_id,
    target: toParty({ kind: row.target_kind, id: row.target_id, handle: row.target_handle }),
    called: Called.parse(JSON.parse(row.called_json)),
    reason: row.reason,
    requestedBy: row.requested_by,
    requestedAt: row.requested_at,
    acknowledgedBy: row.acknowledged_by ?? undefined,
    acknowledgedAt: row.acknowledged_at ?? undefined,
    message: toMessageRef(row.message_channel, row.message_key),
  };
}

function toRow(escalation: Escalation): Omit<EscalationRow, 'team_id'> {
  const target = fromParty(escalation.target);
  return {
    id: escalation.id,
    incident_id: escalation.incidentId,
    target_kind: target.kind,
    target_id: target.id,
    target_handle: target.handle,
    called_json: JSON.stringify(escalation.called),
    reason: escalation.reason,
    requested_by: escalation.requestedBy,
    requested_at: escalation.requestedAt,
    acknowledged_by: escalation.acknowledgedBy ?? null,
    acknowledged_at: escalation.acknowledgedAt ?? null,
    message_channel: escalation.message?.channel ?? null,
    message_key: escalation.message?.key ?? null,
  };
}
