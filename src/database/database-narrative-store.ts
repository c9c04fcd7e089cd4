import type { Kysely } from 'kysely';
import type { IncidentId } from '../domain/ids.ts';
import { NARRATIVE_SECTIONS, type NarrativeEntry, type NarrativeSection } from '../domain/postmortem/narrative.ts';
import type { NarrativeStore, NewNarrativeEntry } from '../use-cases/postmortem-stores.ts';
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
    const entries = toEntries(await this.#rows(incident).execute());
    const newest = new Map(entries.filter(({ isAside }) => !isAside).map((entry) => [entry.section, entry]));
    return NARRATIVE_SECTIONS.flatMap((section) => newest.get(section) ?? []);
  }

  async history(incident: IncidentId, section: NarrativeSection): Promise<readonly NarrativeEntry[]> {
    return toEntries(await this.#rows(incident).where('section', '=', section).execute());
  }

  /** Two that add at the same moment take the same number, so that the second begins again. */
  async add(incident: IncidentId, entry: NewNarrativeEntry): Promise<number> {
    const newest = await this.#db
      .selectFrom('narrative_entry')
      .select(({ fn }) => fn.max('version').as('version'))
      .where('incident_id', '=', incident)
      .where('section', '=', entry.section)
      .executeTakeFirst();
    const version = (newest?.version ?? 0) + 1;
    await this.#db
      .insertInto('narrative_entry')
      .values({
        id: this.#ids.next(),
        team_id: teamOfIncident(this.#db, incident),
        incident_id: incident,
        section: entry.section,
        version,
        text: entry.text,
        written_by: entry.writtenBy,
        written_at: entry.writtenAt,
        restored_version: entry.restoredVersion ?? null,
        is_aside: entry.isAside ? 1 : 0,
      })
      .execute();
    return version;
  }

  #rows(incident: IncidentId) {
    return this.#db
      .selectFrom('narrative_entry')
      .selectAll()
      .where('incident_id', '=', incident)
      .orderBy('section')
      .orderBy('version');
  }
}

function toEntries(rows: readonly NarrativeEntryRow[]): readonly NarrativeEntry[] {
  return rows.map((row) => {
    const restored = rows.find(({ section, version }) => section === row.section && version === row.restored_version);
    return {
      section: row.section,
      version: row.version,
      text: row.text,
      writtenBy: row.written_by,
      writtenAt: row.written_at,
      restored: restored && {
        version: restored.version,
        writtenBy: restored.written_by,
        writtenAt: restored.written_at,
      },
      isAside: row.is_aside === 1,
    };
  });
}
