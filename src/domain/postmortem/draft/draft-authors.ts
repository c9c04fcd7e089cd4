import { NARRATIVE_SECTIONS } from '../narrative.ts';
import type { AuthorLine } from '../postmortem.ts';
import type { IncidentRecord } from '../record.ts';
import type { Names } from './names-in.ts';

/** Of each section the author of the newest words, unless those are none. */
export function draftAuthors({ narrative }: IncidentRecord, names: Names): readonly AuthorLine[] {
  return NARRATIVE_SECTIONS.flatMap((section) => {
    const entry = narrative.findLast((candidate) => candidate.section === section);
    return entry === undefined || entry.text.trim() === ''
      ? []
      : [{ section, writtenBy: names.ofPerson(entry.writtenBy), writtenAt: entry.writtenAt }];
  });
}
