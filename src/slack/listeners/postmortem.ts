import type { ViewOutput } from '@slack/bolt';
import { requireResolved } from '../../domain/incident/status.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { closeIncident } from '../../use-cases/postmortem/close-incident.ts';
import { editPostmortem } from '../../use-cases/postmortem/edit-postmortem.ts';
import { readWriting } from '../../use-cases/postmortem/read-writing.ts';
import { showPostmortem } from '../../use-cases/postmortem/show-postmortem.ts';
import type { RequesterInChannel } from '../../use-cases/request.ts';
import type { Modal } from '../blocks/fields.ts';
import { paragraph } from '../blocks/layout.ts';
import { explain, type Refusal } from '../explain.ts';
import { buttons, forms } from '../identifiers.ts';
import { postmortemState } from '../messages/postmortem-messages.ts';
import { leftOutMessage } from '../messages/section-buttons.ts';
import { milestoneFieldIn } from '../modals/milestone-fields.ts';
import { fieldOfSection } from '../modals/narrative-fields.ts';
import { readNewItems } from '../modals/new-items-field.ts';
import {
  firstStepModal,
  type PostmortemForm,
  readPostmortemModal,
  secondStepModal,
  type Unkept,
} from '../modals/postmortem-modal.ts';
import { resumeModal } from '../modals/resume-modal.ts';
import type { Purpose, WritingContext } from '../modals/writing-metadata.ts';
import { afterSaving } from './after-saving.ts';
import { answerLater } from './answer-later.ts';
import { answerSubmission } from './answer-submission.ts';
import {
  type Answer,
  type Feature,
  type FormAsker,
  type Press,
  type Submission,
  type SubmissionAnswer,
  say,
  sayNo,
} from './feature.ts';
import { keepTypedItems } from './keep-typed-items.ts';
import { overtakenWords } from './overtaken-words.ts';

/** Closing an incident, and writing its postmortem in two steps. */
export function postmortemFeature(ports: Ports): Feature {
  return {
    verbs: {
      close: (command) => openFirstStep(ports, command, 'close'),
      postmortem: (command) => state(ports, command),
    },
    forms: {
      [forms.close]: (asker) => openFirstStep(ports, asker, 'close'),
      [forms.postmortem]: (asker) => openFirstStep(ports, asker, 'write'),
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

async function openFirstStep(ports: Ports, asker: FormAsker, purpose: Purpose, isSaved = false): Promise<Answer> {
  const read = await readWriting(ports, asker);
  if (!read.ok) {
    return sayNo(read.refusal);
  }
  const { incident } = read.value;
  const closable = purpose === 'close' ? requireResolved(incident) : read;
  if (!closable.ok) {
    return sayNo(closable.refusal);
  }
  const { channel, view: replaced } = asker;
  const modal = firstStepModal({ channel, purpose, writing: read.value, isSaved, replaced });
  return purpose === 'close'
    ? { kind: 'form', modal, name: forms.close, label: 'Close' }
    : { kind: 'form', modal, name: forms.postmortem, label: 'Write the postmortem' };
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
  return next === undefined ? { kind: 'done' } : { kind: 'instead', modal: next };
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
  return next === undefined ? { kind: 'done' } : { kind: 'instead', modal: next };
}

/** Whatever two wrote at once, the incident is closed first. */
async function closeAfterSaving(
  ports: Ports,
  asker: RequesterInChannel,
  saved: Omit<WritingContext, 'shown'>,
): Promise<Modal | undefined> {
  const refusal = await close(ports, asker);
  if (refusal === undefined) {
    return afterSaving(ports, asker, { ...saved, hasLessonsNext: false });
  }
  if (refusal.kind === 'incident-closed') {
    const text = 'Somebody closed it meanwhile. Your words are saved.';
    return resumeModal({ channel: asker.channel, title: 'Already closed', text, resume: forms.postmortem });
  }
  const text = `*The incident was not closed.* ${explain(refusal)}\n\nYour words are saved.`;
  return resumeModal({ channel: asker.channel, title: 'Not closed', text, resume: forms.close });
}

/** The words are safe by then: they were saved before. */
async function close(ports: Ports, asker: RequesterInChannel): Promise<Refusal | undefined> {
  const closed = await closeIncident(ports, asker);
  if (!closed.ok) {
    return closed.refusal.kind === 'already-handled' ? undefined : closed.refusal;
  }
  const read = await readWriting(ports, asker);
  const left = read.ok ? leftOutMessage(closed.value, read.value.record) : undefined;
  if (left !== undefined) {
    const { deliveryKey } = asker;
    const told = { ...asker, deliveryKey: `${deliveryKey}:left-out`, thread: undefined, responseUrl: undefined };
    await answerLater(ports, told, say(left));
  }
  return undefined;
}

async function saveForLater(ports: Ports, press: Press): Promise<Answer> {
  const { form, answer } = await saveForm(ports, press);
  if (answer !== undefined) {
    return answer;
  }
  return press.value === forms.lessons
    ? openSecondStep(ports, press, form.purpose)
    : openFirstStep(ports, press, form.purpose, true);
}

async function stepBack(ports: Ports, press: Press): Promise<Answer> {
  const { form, answer } = await saveForm(ports, press);
  return answer ?? openFirstStep(ports, press, form.purpose);
}

async function closeNow(ports: Ports, press: Press): Promise<Answer> {
  const form = timed(readPostmortemModal(viewOf(press)));
  const saved = await editPostmortem(ports, { ...press, ...form });
  return saved.ok
    ? replaced(await closeAfterSaving(ports, press, { ...form, ...saved.value }), CLOSED)
    : notSaved(press, explain(saved.refusal), form);
}

const CLOSED = 'The incident is closed. The draft is on its way to the channel.';

async function openSecondStep(ports: Ports, press: Press, purpose: Purpose, wrong?: Unkept): Promise<Answer> {
  const read = await readWriting(ports, press);
  const { channel, view } = press;
  const isSaved = wrong === undefined;
  return read.ok
    ? replaced(secondStepModal({ channel, purpose, writing: read.value, isSaved, replaced: view }, wrong))
    : sayNo(read.refusal);
}

/** With what to answer where not all of it could be saved. */
async function saveForm(
  ports: Ports,
  press: Press,
): Promise<{ readonly form: PostmortemForm; readonly answer?: Answer }> {
  const view = viewOf(press);
  const form = timed(readPostmortemModal(view));
  const saved = await editPostmortem(ports, { ...press, ...form });
  if (!saved.ok) {
    return { form, answer: notSaved(press, explain(saved.refusal), form) };
  }
  const wrong = await keepTypedItems(ports, press, view);
  if (wrong.length > 0) {
    const overtaken = overtakenWords({ ...form, ...saved.value }, press);
    const why = wrong.map(({ wordsAlone }) => wordsAlone).join('\n');
    const unkept = { why, newItems: readNewItems(view), overtaken };
    return { form, answer: await openSecondStep(ports, press, form.purpose, unkept) };
  }
  return saved.value.conflicts.length > 0
    ? { form, answer: replaced(await afterSaving(ports, press, { ...form, ...saved.value })) }
    : { form };
}

/** A button shows no error at a field: what is half said there is left for later. */
function timed(form: PostmortemForm): PostmortemForm {
  return { ...form, milestones: form.milestones.filter(({ name }) => !form.withoutTime.includes(name)) };
}

function viewOf({ view }: Press): ViewOutput {
  if (view === undefined) {
    throw new Error('a button of a form was pressed outside of one');
  }
  return view;
}

function notSaved({ channel }: Press, why: string, { purpose }: PostmortemForm): Answer {
  const text = `${why}\n\nWhat you typed is kept, and stands in the form again.`;
  const resume = purpose === 'close' ? forms.close : forms.postmortem;
  return replaced(resumeModal({ channel, title: 'Not saved', text, resume }));
}

/** In the place of the form whose button was pressed; by then there is always one. */
function replaced(modal: Modal | undefined, otherwise = 'Saved.'): Answer {
  return modal === undefined
    ? say(paragraph(otherwise))
    : { kind: 'form', modal, name: forms.postmortem, label: 'Write the postmortem' };
}
