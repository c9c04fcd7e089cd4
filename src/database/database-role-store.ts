import type { Kysely } from 'kysely';
import type { IncidentId } from '../domain/ids.ts';
import type { RoleAssignment } from '../domain/roles/role.ts';
import type { RoleStore } from '../use-cases/stores.ts';
import type { Ids } from '../use-cases/system.ts';
import type { IncidentRoleRow, Schema } from './schema.ts';
import { teamOfIncident } from './team-of-incident.ts';

export class DatabaseRoleStore implements RoleStore {
  readonly #db: Kysely<Schema>;
  readonly #ids: Ids;

  constructor(db: Kysely<Schema>, ids: Ids) {
    this.#db = db;
    this.#ids = ids;
  }

  async list(incident: IncidentId): Promise<readonly RoleAssignment[]> {
    const rows = await this.#db
      .selectFrom('incident_role')
      .selectAll()
      .where('incident_id', '=', incident)
      .orderBy('id')
      .execute();
    return rows.map(toAssignment);
  }

  async add(assignment: RoleAssignment): Promise<void> {
    await this.#db
      .insertInto('incident_role')
      .values({
        id: this.#ids.next(),
        team_id: teamOfIncident(this.#db, assignment.incidentId),
        incident_id: assignment.incidentId,
        role: assignment.role,
        person_id: assignment.person ?? null,
        assigned_by: assignment.assignedBy,
        at: assignment.at,
      })
      .execute();
  }
}

function toAssignment(row: IncidentRoleRow): RoleAssignment {
  return {
    incidentId: row.incident_id,
    role: row.role,
    person: row.person_id ?? undefined,
    assignedBy: row.assigned_by,
    at: row.at,
  };
}
