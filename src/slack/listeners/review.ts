import { incidentId } from '../../domain/ids.ts';
import type { Result } from '../../domain/result.ts';
import type { AlreadyHandled } from '../../use-cases/change.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { approvePostmortem, askForChanges, findReviewed } from '../../use-cases/postmortem/review/answer-review.ts';
import { askForReview } from '../../use-cases/postmortem/review/ask-for-review.ts';
import { publishPostmortem } from '../../use-cases/postmortem/review/publish-postmortem.ts';
import {
  requireUnpublishedHere,
  showObstacles,
  showReviewHere,
  showToReviewer,
} from '../../use-cases/postmortem/review/show-review.ts';
import { takeBackPostmortem } from '../../use-cases/postmortem/review/take-back-postmortem.ts';
import type { RequesterInChannel } from '../../use-cases/request.ts';
import type { Refusal } from '../explain.ts';
import { buttons, forms } from '../identifiers.ts';
import { approvedAnswer, changedMessage, readReviewed } from '../messages/review-messages.ts';
import {
  askForChangesModal,
  askForReviewModal,
  publishModal,
  readAskForChangesModal,
  readAskForReviewModal,
  readPublishModal,
  readTakeBackModal,
  takeBackModal,
} from '../modals/review-modals.ts';
import { answerSubmission, refuseOnTop } from './answer-submission.ts';
import {
  type Answer,
  type Feature,
  type Press,
  redraw,
  type Submission,
  type SubmissionAnswer,
  sayNo,
} from './feature.ts';

/** The way of a postmortem to its readers. */
export function reviewFeature(ports: Ports): Feature {
  return {
    buttons: { [buttons.approvePostmortem]: (press) => approve(ports, press) },
    forms: {
      [forms.askForReview]: (asker) => openAskForReview(ports, asker),
      [forms.askForChanges]: (asker) => openAskForChanges(ports, asker),
      [forms.publishPostmortem]: (asker) => openPublish(ports, asker),
      [forms.takeBackPostmortem]: (asker) => openTakeBack(ports, asker),
    },
    submissions: {
      [forms.askForReview]: (submission) => submitAskForReview(ports, submission),
      [forms.askForChanges]: (submission) => submitAskForChanges(ports, submission),
      [forms.publishPostmortem]: (submission) => submitPublish(ports, submission),
      [forms.takeBackPostmortem]: (submission) => submitTakeBack(ports, submission),
    },
  };
}

async function approve(ports: Ports, press: Press): Promise<Answer> {
  const request = { ...press, ...readReviewed(press.value) };
  const outcome = await approvePostmortem(ports, request);
  if (outcome.ok) {
    return redraw(approvedAnswer(outcome.value));
  }
  if (outcome.refusal.kind === 'changed-since-shown') {
    const asked = await showToReviewer(ports, request);
    return asked.ok ? redraw(changedMessage(asked.value)) : sayNo(asked.refusal);
  }
  return sayNo(outcome.refusal);
}

async function openAskForReview(ports: Ports, asker: RequesterInChannel): Promise<Answer> {
  const ready = await requireUnpublishedHere(ports, asker);
  return ready.ok
    ? {
        kind: 'form',
        modal: askForReviewModal(asker.channel),
        name: forms.askForReview,
        label: 'Ask for review…',
      }
    : sayNo(ready.refusal);
}

async function openAskForChanges(
  ports: Ports,
  asker: RequesterInChannel & { readonly value?: string },
): Promise<Answer> {
  const { value = '' } = asker;
  const found = await findReviewed(ports.database.records, { ...asker, incidentId: incidentId(value) });
  return found.ok
    ? {
        kind: 'form',
        modal: askForChangesModal(asker.channel, found.value),
        name: forms.askForChanges,
        label: 'Ask for changes…',
        value,
      }
    : sayNo(found.refusal);
}

async function openPublish(ports: Ports, asker: RequesterInChannel): Promise<Answer> {
  const ready = await showObstacles(ports, asker);
  return ready.ok
    ? {
        kind: 'form',
        modal: publishModal(asker.channel, ready.value),
        name: forms.publishPostmortem,
        label: 'Publish…',
      }
    : sayNo(ready.refusal);
}

async function openTakeBack(ports: Ports, asker: RequesterInChannel): Promise<Answer> {
  const shown = await showReviewHere(ports, asker);
  if (!shown.ok) {
    return sayNo(shown.refusal);
  }
  return shown.value.published === undefined
    ? sayNo({ kind: 'not-published' })
    : { kind: 'form', modal: takeBackModal(asker.channel), name: forms.takeBackPostmortem, label: 'Take back…' };
}

async function submitAskForReview(ports: Ports, submission: Submission): Promise<SubmissionAnswer> {
  const { channel, reviewers, words } = readAskForReviewModal(submission.view);
  const outcome = await askForReview(ports, { ...submission, channel, reviewers, words });
  return answerForm(submission, outcome);
}

async function submitAskForChanges(ports: Ports, submission: Submission): Promise<SubmissionAnswer> {
  const { incidentId: id, words } = readAskForChangesModal(submission.view);
  return answerForm(submission, await askForChanges(ports, { ...submission, incidentId: id, words }));
}

async function submitTakeBack(ports: Ports, submission: Submission): Promise<SubmissionAnswer> {
  const { channel, words } = readTakeBackModal(submission.view);
  return answerForm(submission, await takeBackPostmortem(ports, { ...submission, channel, words }));
}

/** What came into the way since the form was opened is shown in a new one. */
async function submitPublish(ports: Ports, submission: Submission): Promise<SubmissionAnswer> {
  const { channel, override, wasAsked } = readPublishModal(submission.view);
  const outcome = await publishPostmortem(ports, { ...submission, channel, override });
  if (!outcome.ok && outcome.refusal.kind === 'in-the-way') {
    return wasAsked
      ? { kind: 'errors', errors: { override: 'Say why it is published all the same.' } }
      : { kind: 'instead', modal: publishModal(channel, outcome.refusal) };
  }
  return answerForm(submission, outcome);
}

/** Says no at the field that it is about, else on top of the form, so that no words are lost. */
function answerForm<R extends Refusal>(
  submission: Submission,
  outcome: Result<unknown, R | AlreadyHandled>,
): SubmissionAnswer {
  const field = outcome.ok ? '' : FIELDS[outcome.refusal.kind];
  return outcome.ok || outcome.refusal.kind === 'already-handled' || field !== undefined
    ? answerSubmission(outcome, () => field ?? '')
    : refuseOnTop(submission, outcome.refusal);
}

const FIELDS: Readonly<Partial<Record<Refusal['kind'], string>>> = {
  'nobody-to-ask': 'reviewers',
  'asks-oneself': 'reviewers',
  'person-is-bot': 'reviewers',
  'person-deactivated': 'reviewers',
  'reviewer-not-in-private-incident': 'reviewers',
  'no-words': 'words',
};
