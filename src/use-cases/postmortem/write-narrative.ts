import type { PersonId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { NARRATIVE_SECTIONS, type NarrativeSection } from '../../domain/postmortem/narrative.ts';
import { suggestNarrative } from '../../domain/postmortem/suggest-narrative.ts';
import { type Words, weighWords } from '../../domain/postmortem/weigh-words.ts';
import type { Instant } from '../../domain/time.ts';
import type { Records } from '../ports.ts';
import { readRecord } from './read-record.ts';

/** What a form held for each section; a section that it did not have is missing. */
export type Narrative = Readonly<Partial<Record<NarrativeSection, Words>>>;

/** Two wrote at once: one holds, the other was set aside. Versions of the section. */
export interface Conflict {
  readonly section: NarrativeSection;
  readonly theirs: number;
  readonly mine: number;
}

export interface WrittenNarrative {
  /** What holds now and did not before. */
  readonly changed: readonly NarrativeSection[];
  readonly conflicts: readonly Conflict[];
}

/**
 * Keeps, in the caller's transaction, what is new; where somebody else wrote meanwhile their words stay, and these are set
 * aside. The same once more changes nothing.
 */
export async function writeNarrative(
  records: Records,
  written: {
    readonly incident: Incident;
    readonly narrative: Narrative;
    readonly by: PersonId;
    readonly now: Instant;
  },
): Promise<WrittenNarrative> {
  const { incident, narrative, by, now } = written;
  const record = await readRecord(records, incident, (ids) => records.people.find(incident.teamId, ids));
  const suggested = suggestNarrative({ ...record, narrative: [] });
  const changed: NarrativeSection[] = [];
  const conflicts: Conflict[] = [];
  for (const section of NARRATIVE_SECTIONS) {
    const words = narrative[section];
    if (words === undefined) {
      continue;
    }
    const history = await records.narrative.history(incident.id, section);
    const weighed = weighWords(words, { history, suggested: suggested[section] ?? '', by });
    const entry = { section, writtenBy: by, writtenAt: now, restoredVersion: undefined };
    if (weighed.kind === 'new') {
      await records.narrative.add(incident.id, { ...entry, text: weighed.text, isAside: false });
      changed.push(section);
    }
    if (weighed.kind === 'conflict') {
      const { text, theirs } = weighed;
      const before = history.findLast((each) => each.isAside && each.writtenBy === by && each.text === text);
      const mine = before?.version ?? (await records.narrative.add(incident.id, { ...entry, text, isAside: true }));
      conflicts.push({ section, theirs: theirs.version, mine });
    }
    if (words.kind === 'typed') {
      await records.unsaved.dropSaved(incident.id, by, { section, text: words.text, at: now });
    }
  }
  return { changed, conflicts };
}
