import type { ViewOutput } from '@slack/bolt';
import type { Ports } from '../../use-cases/ports.ts';
import { editPostmortem } from '../../use-cases/postmortem/edit-postmortem.ts';
import { showPostmortem } from '../../use-cases/postmortem/show-postmortem.ts';
import type { RequesterInChannel } from '../../use-cases/request.ts';
import { buttons, forms } from '../identifiers.ts';
import { postmortemState } from '../messages/postmortem-messages.ts';
import { milestoneFieldIn } from '../modals/milestone-fields.ts';
import { fieldOfSection } from '../modals/narrative-fields.ts';
import { type PostmortemForm, readPostmortemModal } from '../modals/postmortem-modal.ts';
import { afterSaving } from './after-saving.ts';
import { answerSubmission } from './answer-submission.ts';
import { closeAfterSaving } from './close-after-saving.ts';
import { type Answer, type Feature, type Submission, type SubmissionAnswer, say, sayNo } from './feature.ts';
import { keepTypedItems } from './keep-typed-items.ts';
import { openFirstStep } from './open-step.ts';
import { closeNow, saveForLater, stepBack } from './postmortem-buttons.ts';

/** Closing an incident, and writing its postmortem in two steps. */
export function postmortemFeature(ports: Ports): Feature {
  return {
    verbs: {
      close: (command) => openFirstStep(ports, command, { purpose: 'close' }),
      postmortem: (command) => state(ports, command),
    },
    forms: {
      [forms.close]: (asker) => openFirstStep(ports, asker, { purpose: 'close' }),
      [forms.postmortem]: (asker) => openFirstStep(ports, asker, { purpose: 'write' }),
    },
    submissions: {
      [forms.close]: (submission) => submitFirstStep(ports, submission),
      [forms.postmortem]: (submission) => submitFirstStep(ports, submission),
      [forms.lessons]: (submission) => submitSecondStep(ports, submission),
    },
    buttons: {
      [buttons.saveForLater]: (press) => saveForLater(ports, press),
      [buttons.stepBack]: (press) => stepBack(ports, press),
      [buttons.closeNow]: (press) => closeNow(ports, press),
    },
  };
}

async function state(ports: Ports, asker: RequesterInChannel): Promise<Answer> {
  const shown = await showPostmortem(ports, asker);
  return shown.ok ? say(postmortemState(shown.value)) : sayNo(shown.refusal);
}

async function submitFirstStep(ports: Ports, submission: Submission): Promise<SubmissionAnswer> {
  const form = readPostmortemModal(submission.view);
  const errors = untimed(submission.view, form);
  if (errors !== undefined) {
    return { kind: 'errors', errors };
  }
  const asker = { ...submission, channel: form.channel };
  const saved = await editPostmortem(ports, { ...asker, ...form });
  if (!saved.ok) {
    return answerSubmission(saved, (refusal) =>
      refusal.kind === 'future-milestone'
        ? milestoneFieldIn(submission.view, refusal.name)
        : fieldOfSection(submission.view, 'summary'),
    );
  }
  const { conflicts } = saved.value;
  const next = await afterSaving(ports, asker, { ...form, conflicts, hasLessonsNext: true });
  return next === undefined ? { kind: 'done' } : { kind: 'instead', modal: next.modal };
}

function untimed(view: ViewOutput, { withoutTime }: PostmortemForm): Record<string, string> | undefined {
  const errors = withoutTime.map((name) => [milestoneFieldIn(view, name), 'Say when, or choose “Not known”.']);
  return errors.length === 0 ? undefined : Object.fromEntries(errors);
}

async function submitSecondStep(ports: Ports, submission: Submission): Promise<SubmissionAnswer> {
  const form = readPostmortemModal(submission.view);
  const asker = { ...submission, channel: form.channel };
  const wrong = await keepTypedItems(ports, asker, submission.view);
  if (wrong.length > 0) {
    return { kind: 'errors', errors: Object.fromEntries(wrong.map(({ field, words }) => [field, words])) };
  }
  const saved = await editPostmortem(ports, { ...asker, ...form });
  if (!saved.ok) {
    return answerSubmission(saved, () => fieldOfSection(submission.view, 'lessons'));
  }
  const next =
    form.purpose === 'close'
      ? await closeAfterSaving(ports, asker, { ...form, ...saved.value })
      : await afterSaving(ports, asker, { ...form, ...saved.value });
  return next === undefined ? { kind: 'done' } : { kind: 'instead', modal: next.modal };
}
