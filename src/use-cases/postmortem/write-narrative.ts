import type { PersonId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { NARRATIVE_SECTIONS, type NarrativeSection } from '../../domain/postmortem/narrative.ts';
import type { Instant } from '../../domain/time.ts';
import type { Records } from '../ports.ts';

/** What a form held for each section; a section that it did not have is missing. */
export type Narrative = Readonly<Partial<Record<NarrativeSection, string>>>;

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
  const before = new Map((await records.narrative.list(incident.id)).map(({ section, text }) => [section, text]));
  for (const section of NARRATIVE_SECTIONS) {
    const text = narrative[section]?.trim();
    if (text !== undefined && text !== (before.get(section) ?? '')) {
      await records.narrative.add(incident.id, { section, text, writtenBy: by, writtenAt: now });
    }
  }
}
