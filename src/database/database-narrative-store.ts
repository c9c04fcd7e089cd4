import type { Kysely } from 'kysely';
import type { IncidentId } from '../domain/ids.ts';
import { NARRATIVE_SECTIONS, type NarrativeEntry } from '../domain/postmortem/narrative.ts';
import type { NarrativeStore } from '../use-cases/stores.ts';
import type { Ids } from '../use-cases/system.ts';
import type { NarrativeEntryRow, Schema } from './schema.ts';
import { teamOfIncident } from './team-of-incident.ts';

export class DatabaseNarrativeStore implements NarrativeStore {
  readonly #db: Kysely<Schema>;
  readonly #ids: Ids;

  constructor(db: Kysely<Schema>, ids: Ids) {
    this.#db = db;
    this.#ids = ids;
  }

  async list(incident: IncidentId): Promise<readonly NarrativeEntry[]> {
    const rows = await this.#db
      .selectFrom('narrative_entry')
      .selectAll()
      .where('incident_id', '=', incident)
      .orderBy('id')
      .execute();
    const newest = new Map(rows.map((row) => [row.section, row]));
    return NARRATIVE_SECTIONS.flatMap((section) => {
      const row = newest.get(section);
      return row === undefined ? [] : [toNarrativeEntry(row)];
    });
  }

  async add(incident: IncidentId, entry: NarrativeEntry): Promise<void> {
    await this.#db
      .insertInto('narrative_entry')
      .values({
        id: this.#ids.next(),
        team_id: teamOfIncident(this.#db, incident),
        incident_id: incident,
        section: entry.section,
        text: entry.text,
        written_by: entry.writtenBy,
        written_at: entry.writtenAt,
      })
      .execute();
  }
}

function toNarrativeEntry(row: NarrativeEntryRow): NarrativeEntry {
  return { section: row.section, text: row.text, writtenBy: row.written_by, writtenAt: row.written_at };
}
