import type { Kysely } from 'kysely';
import type { IncidentId } from '../domain/ids.ts';
import type { MilestoneEntry } from '../domain/timeline/milestone.ts';
import type { MilestoneStore } from '../use-cases/ports.ts';
import type { Ids } from '../use-cases/system.ts';
import type { Schema } from './schema.ts';
import { teamOfIncident } from './team-of-incident.ts';
import type { MilestoneEntryRow } from './timeline-schema.ts';

export class DatabaseMilestoneStore implements MilestoneStore {
  readonly #db: Kysely<Schema>;
  readonly #ids: Ids;

  constructor(db: Kysely<Schema>, ids: Ids) {
    this.#db = db;
    this.#ids = ids;
  }

  async list(incident: IncidentId): Promise<readonly MilestoneEntry[]> {
    const rows = await this.#db
      .selectFrom('milestone_entry')
      .selectAll()
      .where('incident_id', '=', incident)
      .orderBy('id')
      .execute();
    return rows.map(toMilestoneEntry);
  }

  async add(incident: IncidentId, entry: MilestoneEntry): Promise<void> {
    await this.#db
      .insertInto('milestone_entry')
      .values({
        id: this.#ids.next(),
        team_id: teamOfIncident(this.#db, incident),
        incident_id: incident,
        name: entry.name,
        at: entry.at ?? null,
        is_estimated: entry.isEstimated ? 1 : 0,
        event_id: entry.eventId ?? null,
        set_by: entry.setBy,
        set_at: entry.setAt,
      })
      .execute();
  }
}

function toMilestoneEntry(row: MilestoneEntryRow): MilestoneEntry {
  return {
    name: row.name,
    at: row.at ?? undefined,
    isEstimated: row.is_estimated === 1,
    eventId: row.event_id ?? undefined,
    setBy: row.set_by,
    setAt: row.set_at,
  };
}
