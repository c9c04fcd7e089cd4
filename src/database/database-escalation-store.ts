import type { Kysely } from 'kysely';
import type { Call, Escalation } from '../domain/escalation/escalation.ts';
import type { EscalationCount } from '../domain/escalation/escalation-count.ts';
import type { EscalationId, IncidentId, TeamId } from '../domain/ids.ts';
import type { EscalationStore } from '../use-cases/stores.ts';
import { countEscalations } from './count-escalations.ts';
import type { EscalationRow } from './escalation-rows.ts';
import { fromCall, fromEscalation, toCall, toEscalation } from './map-escalation.ts';
import type { Schema } from './schema.ts';
import { teamOfIncident } from './team-of-incident.ts';

export class DatabaseEscalationStore implements EscalationStore {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  async find(id: EscalationId): Promise<Escalation | undefined> {
    const rows = await this.#db.selectFrom('escalation').selectAll().where('id', '=', id).execute();
    return (await this.#withCalls(rows))[0];
  }

  async list(incident: IncidentId): Promise<readonly Escalation[]> {
    const rows = await this.#db
      .selectFrom('escalation')
      .selectAll()
      .where('incident_id', '=', incident)
      .orderBy('id')
      .execute();
    return this.#withCalls(rows);
  }

  async add(escalation: Escalation): Promise<void> {
    const team_id = teamOfIncident(this.#db, escalation.incidentId);
    await this.#db
      .insertInto('escalation')
      .values({ ...fromEscalation(escalation), team_id })
      .execute();
    for (const call of escalation.calls) {
      await this.#addCall(call);
    }
  }

  async save(escalation: Escalation): Promise<void> {
    const { id, calls } = escalation;
    await this.#db.updateTable('escalation').set(fromEscalation(escalation)).where('id', '=', id).execute();
    const stored = new Map((await this.#listCalls([id])).map((call) => [call.id, call]));
    for (const call of calls) {
      const before = stored.get(call.id);
      if (before === undefined) {
        await this.#addCall(call);
      } else if (JSON.stringify(before) !== JSON.stringify(call)) {
        await this.#db.updateTable('escalation_call').set(fromCall(call)).where('id', '=', call.id).execute();
      }
    }
  }

  countOutcomes(team: TeamId): Promise<readonly EscalationCount[]> {
    return countEscalations(this.#db, team);
  }

  async #withCalls(rows: readonly EscalationRow[]): Promise<readonly Escalation[]> {
    const calls = await this.#listCalls(rows.map(({ id }) => id));
    return rows.map((row) =>
      toEscalation(
        row,
        calls.filter(({ escalationId }) => escalationId === row.id),
      ),
    );
  }

  async #listCalls(escalations: readonly EscalationId[]): Promise<readonly Call[]> {
    if (escalations.length === 0) {
      return [];
    }
    const rows = await this.#db
      .selectFrom('escalation_call')
      .selectAll()
      .where('escalation_id', 'in', escalations)
      .orderBy('id')
      .execute();
    return rows.map(toCall);
  }

  async #addCall(call: Call): Promise<void> {
    await this.#db
      .insertInto('escalation_call')
      .values(({ selectFrom }) => ({
        ...fromCall(call),
        team_id: selectFrom('escalation').select('team_id').where('id', '=', call.escalationId),
      }))
      .execute();
  }
}
