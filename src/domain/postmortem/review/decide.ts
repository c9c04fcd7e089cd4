import type { PersonId } from '../../ids.ts';
import type { Status } from '../../incident/status.ts';
import { accept, type Result, refuse } from '../../result.ts';
import type { Instant } from '../../time.ts';
import type { Review, Reviewer } from './review.ts';

export type ReviewRefusal =
  | { readonly kind: 'no-postmortem-yet'; readonly status: Status }
  | { readonly kind: 'published-already'; readonly by: PersonId; readonly at: Instant }
  | { readonly kind: 'nobody-to-ask' }
  | { readonly kind: 'asks-oneself' }
  | { readonly kind: 'not-a-reviewer' }
  | { readonly kind: 'approved-already'; readonly at: Instant }
  | { readonly kind: 'changed-since-shown' }
  | { readonly kind: 'no-words' }
  | { readonly kind: 'in-the-way'; readonly obstacles: readonly Obstacle[] }
  | { readonly kind: 'not-published' };

/** Why a postmortem is not ready for its readers; a named person may publish it all the same. */
export type Obstacle =
  | { readonly kind: 'findings'; readonly count: number }
  | { readonly kind: 'approvals'; readonly given: number; readonly needed: number }
  | { readonly kind: 'changes-asked'; readonly by: readonly PersonId[] };

export function askForReview(
  review: Review,
  asking: { readonly status: Status; readonly by: PersonId; readonly reviewers: readonly PersonId[] },
): Result<readonly PersonId[], ReviewRefusal> {
  const reviewers = [...new Set(asking.reviewers)];
  if (reviewers.length === 0) {
    return refuse({ kind: 'nobody-to-ask' });
  }
  if (reviewers.includes(asking.by)) {
    return refuse({ kind: 'asks-oneself' });
  }
  const unpublished = requireUnpublished(review, asking.status);
  return unpublished.ok ? accept(reviewers) : unpublished;
}

/** `version` is what it holds now, `shown` what the reviewer was shown: nobody approves what they have not seen. */
export function approve(
  review: Review,
  answering: { readonly status: Status; readonly by: PersonId; readonly shown: string; readonly version: string },
): Result<Reviewer, ReviewRefusal> {
  const reviewer = requireReviewer(review, answering);
  if (!reviewer.ok) {
    return reviewer;
  }
  const { answer, isChangedSince } = reviewer.value;
  if (answer?.kind === 'approved' && !isChangedSince) {
    return refuse({ kind: 'approved-already', at: answer.at });
  }
  return answering.shown === answering.version ? reviewer : refuse({ kind: 'changed-since-shown' });
}

export function askForChanges(
  review: Review,
  answering: { readonly status: Status; readonly by: PersonId; readonly words: string },
): Result<Reviewer, ReviewRefusal> {
  const reviewer = requireReviewer(review, answering);
  return reviewer.ok && answering.words === '' ? refuse({ kind: 'no-words' }) : reviewer;
}

/** `override` says why it is published although something is in the way; where nothing is, it is not kept. */
export function publish(
  review: Review,
  publishing: {
    readonly status: Status;
    readonly musts: number;
    readonly approvals: number;
    readonly override: string;
  },
): Result<{ readonly overridden: readonly Obstacle[] }, ReviewRefusal> {
  const unpublished = requireUnpublished(review, publishing.status);
  if (!unpublished.ok) {
    return unpublished;
  }
  const overridden = obstaclesTo(review, publishing);
  return overridden.length > 0 && publishing.override === ''
    ? refuse({ kind: 'in-the-way', obstacles: overridden })
    : accept({ overridden });
}

export function obstaclesTo(
  { reviewers }: Review,
  { musts, approvals }: { readonly musts: number; readonly approvals: number },
): readonly Obstacle[] {
  const given = reviewers.filter(({ answer }) => answer?.kind === 'approved').length;
  const by = reviewers.filter(({ answer }) => answer?.kind === 'changes-asked').map(({ person }) => person);
  return [
    ...(musts > 0 ? [{ kind: 'findings', count: musts } as const] : []),
    ...(given < approvals ? [{ kind: 'approvals', given, needed: approvals } as const] : []),
    ...(by.length > 0 ? [{ kind: 'changes-asked', by } as const] : []),
  ];
}

export function takeBack(review: Review, { words }: { readonly words: string }): Result<undefined, ReviewRefusal> {
  if (review.published === undefined) {
    return refuse({ kind: 'not-published' });
  }
  return words === '' ? refuse({ kind: 'no-words' }) : accept(undefined);
}

/** An incident that is closed has a postmortem. */
export function requireUnpublished(review: Review, status: Status): Result<undefined, ReviewRefusal> {
  if (status !== 'closed') {
    return refuse({ kind: 'no-postmortem-yet', status });
  }
  const { published } = review;
  return published === undefined
    ? accept(undefined)
    : refuse({ kind: 'published-already', by: published.by, at: published.at });
}

function requireReviewer(
  review: Review,
  { status, by }: { readonly status: Status; readonly by: PersonId },
): Result<Reviewer, ReviewRefusal> {
  const unpublished = requireUnpublished(review, status);
  if (!unpublished.ok) {
    return unpublished;
  }
  const reviewer = review.reviewers.find(({ person }) => person === by);
  return reviewer === undefined ? refuse({ kind: 'not-a-reviewer' }) : accept(reviewer);
}
