import type { PersonId } from '../../ids.ts';
import type { Instant } from '../../time.ts';
import { namesIn } from '../draft/names-in.ts';
import type { Postmortem } from '../postmortem.ts';
import type { IncidentRecord } from '../record.ts';
import { checkStated } from './check-stated.ts';
import type { Finding } from './finding.ts';
import { statePostmortem } from './state-postmortem.ts';
import type { Place } from './stated-postmortem.ts';
import { waive } from './waiver.ts';

/** What the draft of a record lacks, as everybody may read it. */
export function checkRecord(record: IncidentRecord, postmortem: Postmortem, now: Instant): readonly Finding[] {
  return checkAll(record, postmortem, now).filter(({ isForAuthor }) => !isForAuthor);
}

/** With what only `reader` may be told: what is about words of their own. */
export function checkRecordFor(
  reader: PersonId,
  record: IncidentRecord,
  postmortem: Postmortem,
  now: Instant,
): readonly Finding[] {
  return checkAll(record, postmortem, now).filter(
    ({ isForAuthor, place }) => !isForAuthor || authorOf(record, place) === reader,
  );
}

function checkAll(record: IncidentRecord, postmortem: Postmortem, now: Instant): readonly Finding[] {
  const names = namesIn(record.people);
  return waive(checkStated(statePostmortem(record, postmortem, now)), record.waivers, names.ofPerson);
}

/** Whoever wrote what stands there. */
function authorOf({ narrative, events, actionItems }: IncidentRecord, place: Place): PersonId | undefined {
  const { part, eventId, actionItemId } = place;
  if (eventId !== undefined) {
    const event = events.find(({ id }) => id === eventId);
    return event?.saidBy ?? event?.recordedBy;
  }
  if (actionItemId !== undefined) {
    return actionItems.find(({ id }) => id === actionItemId)?.createdBy;
  }
  return narrative.findLast(({ section }) => section === part)?.writtenBy;
}
