import type { PersonId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { NARRATIVE_SECTIONS, type NarrativeSection } from '../../domain/postmortem/narrative.ts';
import { suggestNarrative } from '../../domain/postmortem/suggest-narrative.ts';
import type { Instant } from '../../domain/time.ts';
import type { Records } from '../ports.ts';
import { readRecord } from './read-record.ts';

/** What a form held for each section; a section that it did not have, or had empty and got back so, is missing. */
export type Narrative = Readonly<Partial<Record<NarrativeSection, Words>>>;

/** `as-shown` came back as the form began: it showed words from the record, perhaps no more than their beginning. */
export type Words = { readonly kind: 'typed'; readonly text: string } | { readonly kind: 'as-shown' };

/** Keeps the sections whose words differ from those kept before, in the caller's transaction. */
export async function writeNarrative(
  records: Records,
  written: {
    readonly incident: Incident;
    readonly narrative: Narrative;
    readonly by: PersonId;
    readonly now: Instant;
  },
): Promise<void> {
  const { incident, narrative, by, now } = written;
  const record = await readRecord(records, incident, (ids) => records.people.find(incident.teamId, ids));
  const before = new Map(record.narrative.map(({ section, text }) => [section, text]));
  const known = suggestNarrative(record);
  for (const section of NARRATIVE_SECTIONS) {
    const text = textOf(narrative[section], known[section]);
    if (text !== undefined && text !== (before.get(section) ?? '')) {
      await records.narrative.add(incident.id, { section, text, writtenBy: by, writtenAt: now });
    }
  }
}

/** Whoever leaves a suggestion as it is takes it: all of it. What somebody wrote meanwhile stays. */
function textOf(words: Words | undefined, known: string | undefined): string | undefined {
  return (words?.kind === 'typed' ? words.text : words && known)?.trim();
}
