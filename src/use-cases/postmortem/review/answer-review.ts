import type { IncidentId } from '../../../domain/ids.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import { approve, askForChanges, type ReviewRefusal } from '../../../domain/postmortem/review/decide.ts';
import { accept, type Result, refuse } from '../../../domain/result.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../../change.ts';
import { maySee } from '../../people/may-see.ts';
import type { Records } from '../../ports.ts';
import type { Requester } from '../../request.ts';
import { keepEntries } from './keep-entries.ts';
import { readReview } from './read-review.ts';

export interface AnswerReview extends Requester {
  readonly incidentId: IncidentId;
}

export type AnswerReviewRefusal =
  | AlreadyHandled
  | ReviewRefusal
  | { readonly kind: 'no-such-incident' }
  | { readonly kind: 'not-in-private-incident' };

/** A reviewer has nothing to add to what they were shown. */
export async function approvePostmortem(
  ports: ChangePorts,
  request: AnswerReview & { readonly shown: string },
): Promise<Result<Incident, AnswerReviewRefusal>> {
  return change<Incident, AnswerReviewRefusal>(ports, request, async (records, now) => {
    const found = await findReviewed(records, request);
    if (!found.ok) {
      return found;
    }
    const incident = found.value;
    const { review, version } = await readReview(records, incident);
    const { personId: by, shown } = request;
    const decided = approve(review, { status: incident.status, by, shown, version });
    if (!decided.ok) {
      return decided;
    }
    await keepEntries(ports, records, {
      ...{ incident, kind: 'approved', by, now, words: '', version },
      ...{ action: 'approve-postmortem', details: { version } },
    });
    return accept(incident);
  });
}

/** A reviewer wants something else first; it is a draft again. */
export async function requestChanges(
  ports: ChangePorts,
  request: AnswerReview & { readonly words: string },
): Promise<Result<Incident, AnswerReviewRefusal>> {
  return change<Incident, AnswerReviewRefusal>(ports, request, async (records, now) => {
    const found = await findReviewed(records, request);
    if (!found.ok) {
      return found;
    }
    const incident = found.value;
    const { review, version } = await readReview(records, incident);
    const { personId: by, words } = request;
    const decided = askForChanges(review, { status: incident.status, by, words });
    if (!decided.ok) {
      return decided;
    }
    await keepEntries(ports, records, {
      ...{ incident, kind: 'changes-asked', by, now, words, version },
      ...{ action: 'ask-for-changes', details: { version } },
    });
    return accept(incident);
  });
}

/** Asked by direct message, a reviewer may have left the channel of a private incident since. */
export async function findReviewed(
  records: Records,
  { teamId, incidentId, personId }: AnswerReview,
): Promise<Result<Incident, AnswerReviewRefusal>> {
  const incident = await records.incidents.find(incidentId);
  if (incident?.teamId !== teamId) {
    return refuse({ kind: 'no-such-incident' });
  }
  return (await maySee(records, incident, personId)) ? accept(incident) : refuse({ kind: 'not-in-private-incident' });
}
