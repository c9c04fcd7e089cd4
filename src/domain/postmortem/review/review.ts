import type { PersonId } from '../../ids.ts';
import type { Instant } from '../../time.ts';
import type { ReviewEntry } from './review-entry.ts';

export type ReviewState = 'draft' | 'in-review' | 'published';

/** Where a postmortem stands on its way to its readers. */
export interface Review {
  readonly state: ReviewState;
  /** Everybody who was asked in this round, in the order in which they were asked first. */
  readonly reviewers: readonly Reviewer[];
  readonly published: ReviewEntry | undefined;
  /** Missing unless that was the last thing that happened to it. */
  readonly takenBack: ReviewEntry | undefined;
  /** Whether it says something else than it did when it was published. */
  readonly isChangedSince: boolean;
}

export interface Reviewer {
  readonly person: PersonId;
  readonly asked: ReviewEntry;
  /** The newest `approved` or `changes-asked` since they were asked last. */
  readonly answer: ReviewEntry | undefined;
  /** Whether the postmortem says something else than it did when they answered. */
  readonly isChangedSince: boolean;
}

/**
 * A round begins when the incident is closed, and anew when a published postmortem is taken back: what was said before
 * is kept, and counts no more. An approval goes on to count when the postmortem is changed after it, and says so.
 */
export function reviewOf(
  entries: readonly ReviewEntry[],
  now: { readonly closedAt: Instant | undefined; readonly version: string },
): Review {
  const { closedAt, version } = now;
  const sinceClosed = closedAt === undefined ? [] : entries.filter(({ at }) => at >= closedAt);
  const end = sinceClosed.findLast(({ kind }) => kind === 'published' || kind === 'taken-back');
  const round = sinceClosed.slice(sinceClosed.findLastIndex(({ kind }) => kind === 'taken-back') + 1);
  const published = end?.kind === 'published' ? end : undefined;
  return {
    state: published === undefined ? unpublished(round) : 'published',
    reviewers: reviewersOf(round, version),
    published,
    takenBack: round.length === 0 && end?.kind === 'taken-back' ? end : undefined,
    isChangedSince: published !== undefined && published.version !== version,
  };
}

/** Whether it is with its reviewers: it was, until one of them asks for changes, and is again when somebody asks again. */
function unpublished(round: readonly ReviewEntry[]): ReviewState {
  const last = round.findLast(({ kind }) => kind === 'asked' || kind === 'changes-asked');
  return last?.kind === 'asked' ? 'in-review' : 'draft';
}

function reviewersOf(round: readonly ReviewEntry[], version: string): readonly Reviewer[] {
  const asked = new Map<PersonId, ReviewEntry>();
  const answers = new Map<PersonId, ReviewEntry>();
  for (const entry of round) {
    if (entry.kind === 'asked' && entry.reviewer !== undefined) {
      asked.set(entry.reviewer, entry);
      answers.delete(entry.reviewer);
    }
    if (entry.kind === 'approved' || entry.kind === 'changes-asked') {
      answers.set(entry.by, entry);
    }
  }
  return [...asked].map(([person, entry]) => {
    const answer = answers.get(person);
    return { person, asked: entry, answer, isChangedSince: answer !== undefined && answer.version !== version };
  });
}
