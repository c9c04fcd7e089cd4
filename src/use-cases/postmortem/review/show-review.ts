import { draftPostmortem } from '../../../domain/postmortem/draft-postmortem.ts';
import { obstaclesTo, type ReviewRefusal, requireUnpublished } from '../../../domain/postmortem/review/decide.ts';
import type { Review } from '../../../domain/postmortem/review/review.ts';
import { accept, type Result, refuse } from '../../../domain/result.ts';
import { findIncidentHere, type NoIncidentHere } from '../../incident/find-incident-here.ts';
import type { Ports } from '../../ports.ts';
import type { RequesterInChannel } from '../../request.ts';
import { type AnswerReview, type AnswerReviewRefusal, findReviewed } from './answer-review.ts';
import { readReview } from './read-review.ts';
import { announcedIn, mustsOf, type ReadyToPublish } from './ready-to-publish.ts';
import type { AskedReview } from './review-messenger.ts';

export async function showReviewHere(
  { database }: Pick<Ports, 'database'>,
  request: RequesterInChannel,
): Promise<Result<Review, NoIncidentHere>> {
  const found = await findIncidentHere(database.records, request);
  return found.ok ? accept((await readReview(database.records, found.value)).review) : found;
}

/** Whether there is anything to review; what would be in the way of publishing is not looked for. */
export async function requireUnpublishedHere(
  { database }: Pick<Ports, 'database'>,
  request: RequesterInChannel,
): Promise<Result<undefined, NoIncidentHere | ReviewRefusal>> {
  const found = await findIncidentHere(database.records, request);
  if (!found.ok) {
    return found;
  }
  const { review } = await readReview(database.records, found.value);
  return requireUnpublished(review, found.value.status);
}

/** What is in the way of publishing, unless that cannot be asked. */
export async function showObstacles(
  { database, policy, clock }: Pick<Ports, 'database' | 'policy' | 'clock'>,
  request: RequesterInChannel,
): Promise<Result<ReadyToPublish, NoIncidentHere | ReviewRefusal>> {
  const found = await findIncidentHere(database.records, request);
  if (!found.ok) {
    return found;
  }
  const incident = found.value;
  const { review, record } = await readReview(database.records, incident);
  const unpublished = requireUnpublished(review, incident.status);
  if (!unpublished.ok) {
    return unpublished;
  }
  const { approvals } = policy.postmortems;
  return accept({
    obstacles: obstaclesTo(review, { musts: mustsOf(record, clock.now()), approvals }),
    announcedIn: announcedIn(incident, policy),
  });
}

/** What a reviewer is asked to read, as it is now. */
export async function showToReviewer(
  { database }: Pick<Ports, 'database'>,
  request: AnswerReview,
): Promise<Result<AskedReview, AnswerReviewRefusal>> {
  const found = await findReviewed(database.records, request);
  if (!found.ok) {
    return found;
  }
  const incident = found.value;
  const { review, record, version } = await readReview(database.records, incident);
  const reviewer = review.reviewers.find(({ person }) => person === request.personId);
  return reviewer === undefined
    ? refuse({ kind: 'not-a-reviewer' })
    : accept({ incident, entry: reviewer.asked, version, postmortem: draftPostmortem(record) });
}
