import type { Kysely } from 'kysely';
import type { IncidentId, PersonId } from '../domain/ids.ts';
import { TYPED_PARTS, type TypedPart, type UnsavedWords } from '../domain/postmortem/narrative.ts';
import type { Instant } from '../domain/time.ts';
import type { SavedWords, UnsavedStore } from '../use-cases/postmortem-stores.ts';
import type { Schema, UnsavedNarrativeRow } from './schema.ts';
import { teamOfIncident } from './team-of-incident.ts';

export class DatabaseUnsavedStore implements UnsavedStore {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  async list(incident: IncidentId, person: PersonId): Promise<readonly UnsavedWords[]> {
    const rows = await this.#db
      .selectFrom('unsaved_narrative')
      .selectAll()
      .where('incident_id', '=', incident)
      .where('person_id', '=', person)
      .execute();
    return TYPED_PARTS.flatMap((section) =>
      rows.flatMap((row) => (row.section === section && row.text !== null ? [toUnsavedWords(row, row.text)] : [])),
    );
  }

  async keep(incident: IncidentId, person: PersonId, words: UnsavedWords): Promise<void> {
    const typed = {
      text: words.text,
      shown_version: words.shownVersion,
      shown_length: words.shownLength ?? null,
      typed_at: words.typedAt,
    };
    await this.#db
      .insertInto('unsaved_narrative')
      .values({ ...this.#key(incident, person, words.section), ...typed })
      .onConflict((conflict) =>
        conflict
          .columns(['incident_id', 'person_id', 'section'])
          .doUpdateSet(typed)
          .where(({ eb, or, and }) =>
            or([
              eb('unsaved_narrative.typed_at', '<', words.typedAt),
              and([eb('unsaved_narrative.typed_at', '=', words.typedAt), eb('unsaved_narrative.text', 'is not', null)]),
            ]),
          ),
      )
      .execute();
  }

  async drop(incident: IncidentId, person: PersonId, section: TypedPart, at: Instant): Promise<void> {
    const dropped = { text: null, shown_version: 0, shown_length: null, typed_at: at };
    await this.#db
      .insertInto('unsaved_narrative')
      .values({ ...this.#key(incident, person, section), ...dropped })
      .onConflict((conflict) =>
        conflict
          .columns(['incident_id', 'person_id', 'section'])
          .doUpdateSet(dropped)
          .where('unsaved_narrative.typed_at', '<=', at),
      )
      .execute();
  }

  async dropSaved(incident: IncidentId, person: PersonId, { section, text, at }: SavedWords): Promise<void> {
    await this.#db
      .updateTable('unsaved_narrative')
      .set({ text: null, shown_version: 0, shown_length: null })
      .where('incident_id', '=', incident)
      .where('person_id', '=', person)
      .where('section', '=', section)
      .where(({ eb, or }) => or([eb('text', '=', text), eb('typed_at', '<=', at)]))
      .execute();
  }

  async forgetBefore(at: Instant): Promise<void> {
    await this.#db.deleteFrom('unsaved_narrative').where('typed_at', '<', at).execute();
  }

  #key(incident: IncidentId, person: PersonId, section: TypedPart) {
    return { team_id: teamOfIncident(this.#db, incident), incident_id: incident, person_id: person, section };
  }
}

function toUnsavedWords(row: UnsavedNarrativeRow, text: string): UnsavedWords {
  return {
    section: row.section,
    text,
    shownVersion: row.shown_version,
    shownLength: row.shown_length ?? undefined,
    typedAt: row.typed_at,
  };
}
