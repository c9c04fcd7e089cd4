import type { Result } from '../../domain/result.ts';
import type { AlreadyHandled } from '../../use-cases/change.ts';
import { explain, type Refusal } from '../explain.ts';
import { noticeModal } from '../modals/notice-modal.ts';
import { plainWords } from '../plain-words.ts';
import type { Submission, SubmissionAnswer } from './feature.ts';

/** What others are told of leads to commands. */
const NO_WORDS = 'There are no words in it. Say here what it is.';

/** Closes the form, or shows the refusal at the field that it is about. A second submission of one form is no error. */
export function answerSubmission<R extends Refusal>(
  outcome: Result<unknown, R>,
  fieldOf: (refusal: Exclude<R, AlreadyHandled>) => string,
): SubmissionAnswer {
  if (outcome.ok || outcome.refusal.kind === 'already-handled') {
    return { kind: 'done' };
  }
  const words = outcome.refusal.kind === 'empty-text' ? NO_WORDS : plainWords(outcome.refusal);
  return { kind: 'errors', errors: { [fieldOf(outcome.refusal as Exclude<R, AlreadyHandled>)]: words } };
}

/** Says no where no field is to blame; the form stays below as it was filled in, so that no words are lost. */
export function refuseOnTop({ view }: Submission, refusal: Refusal): SubmissionAnswer {
  const modal = noticeModal({ form: view.callback_id, title: 'That did not work', text: explain(refusal) });
  return { kind: 'next', modal };
}
