import type { Incident } from '../../domain/incident/incident.ts';
import type { NarrativeEntry, NarrativeSection, TypedPart, UnsavedWords } from '../../domain/postmortem/narrative.ts';
import type { IncidentRecord } from '../../domain/postmortem/record.ts';
import { accept, type Result } from '../../domain/result.ts';
import { type Milestones, milestonesOf } from '../../domain/timeline/milestone.ts';
import { findIncidentHere, type NoIncidentHere } from '../incident/find-incident-here.ts';
import type { Ports } from '../ports.ts';
import type { RequesterInChannel } from '../request.ts';
import { readRecord } from './read-record.ts';

/** What a form to write in begins with. */
export interface Writing {
  readonly incident: Incident;
  readonly record: IncidentRecord;
  readonly milestones: Milestones;
  /** What its reader typed and did not send. */
  readonly unsaved: readonly UnsavedWords[];
}

export async function readWriting(
  ports: Pick<Ports, 'database'>,
  asker: RequesterInChannel,
): Promise<Result<Writing, NoIncidentHere>> {
  const { records } = ports.database;
  const found = await findIncidentHere(records, asker);
  if (!found.ok) {
    return found;
  }
  const incident = found.value;
  const record = await readRecord(records, incident, (ids) => records.people.find(incident.teamId, ids));
  const typed = await records.unsaved.list(incident.id, asker.personId);
  const unsaved = typed.filter(({ section, text }) => text !== (textOf(record, section) ?? ''));
  return accept({ incident, record, milestones: milestonesOf(record), unsaved });
}

function textOf({ narrative }: IncidentRecord, section: TypedPart): string | undefined {
  return narrative.find((entry) => entry.section === section)?.text;
}

export interface SectionHistory {
  readonly incident: Incident;
  readonly section: NarrativeSection;
  /** The oldest first. */
  readonly entries: readonly NarrativeEntry[];
}

/** All that people wrote of one section. */
export async function readHistory(
  ports: Pick<Ports, 'database'>,
  asker: RequesterInChannel & { readonly section: NarrativeSection },
): Promise<Result<SectionHistory, NoIncidentHere>> {
  const { records } = ports.database;
  const found = await findIncidentHere(records, asker);
  return found.ok
    ? accept({
        incident: found.value,
        section: asker.section,
        entries: await records.narrative.history(found.value.id, asker.section),
      })
    : found;
}
