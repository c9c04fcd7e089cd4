import type { ReviewLine } from '../postmortem.ts';
import type { IncidentRecord } from '../record.ts';
import { reviewOf } from '../review/review.ts';
import { versionOf } from '../review/version-of.ts';
import type { Names } from './names-in.ts';

export function draftReview(record: IncidentRecord, names: Names): ReviewLine {
  const { closedAt } = record.incident;
  const review = reviewOf(record.review, { closedAt, version: versionOf(record) });
  const { state, published, isChangedSince } = review;
  return {
    state,
    approvals: review.reviewers.flatMap(({ person, answer, ...reviewer }) =>
      answer?.kind === 'approved'
        ? [{ by: names.ofPerson(person), at: answer.at, isChangedSince: reviewer.isChangedSince }]
        : [],
    ),
    published: published && {
      by: names.ofPerson(published.by),
      at: published.at,
      isChangedSince,
      override: published.words === '' ? undefined : published.words,
    },
  };
}
