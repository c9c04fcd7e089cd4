import type { IncidentId } from '../../../domain/ids.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import type { Status } from '../../../domain/incident/status.ts';
import {
  approve,
  askForChanges as decideOnChanges,
  type ReviewRefusal,
} from '../../../domain/postmortem/review/decide.ts';
import { accept, type Result, refuse } from '../../../domain/result.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../../change.ts';
import { maySee } from '../../people/may-see.ts';
import type { Records } from '../../ports.ts';
import type { Requester } from '../../request.ts';
import { keepEntries, type ReviewDeed } from './keep-entries.ts';
import { type ReviewedRecord, readReview } from './read-review.ts';

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
  const { personId: by, shown } = request;
  return answer(ports, request, {
    ...{ kind: 'approved', words: '', action: 'approve-postmortem' },
    decide: ({ review, version }, status) => approve(review, { status, by, shown, version }),
  });
}

/** A reviewer wants something else first; it is a draft again. */
export async function askForChanges(
  ports: ChangePorts,
  request: AnswerReview & { readonly words: string },
): Promise<Result<Incident, AnswerReviewRefusal>> {
  const { personId: by, words } = request;
  return answer(ports, request, {
    ...{ kind: 'changes-asked', words, action: 'ask-for-changes' },
    decide: ({ review }, status) => decideOnChanges(review, { status, by, words }),
  });
}

interface Answering extends Pick<ReviewDeed, 'kind' | 'words' | 'action'> {
  decide(read: ReviewedRecord, status: Status): Result<unknown, ReviewRefusal>;
}

async function answer(
  ports: ChangePorts,
  request: AnswerReview,
  { kind, words, action, decide }: Answering,
): Promise<Result<Incident, AnswerReviewRefusal>> {
  return change<Incident, AnswerReviewRefusal>(ports, request, async (records, now) => {
    const found = await findReviewed(records, request);
    if (!found.ok) {
      return found;
    }
    const incident = found.value;
    const read = await readReview(records, incident);
    const decided = decide(read, incident.status);
    if (!decided.ok) {
      return decided;
    }
    const { version } = read;
    await keepEntries(ports, records, {
      ...{ incident, kind, by: request.personId, now, words, version, action },
      details: { version },
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
