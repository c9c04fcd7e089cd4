import type { ViewOutput } from '@slack/bolt';
import type { Ports } from '../../use-cases/ports.ts';
import { editPostmortem } from '../../use-cases/postmortem/edit-postmortem.ts';
import { paragraph } from '../blocks/layout.ts';
import { explain, type Refusal } from '../explain.ts';
import { forms } from '../identifiers.ts';
import { readNewItems } from '../modals/new-items-field.ts';
import { type PostmortemForm, readPostmortemModal } from '../modals/postmortem-modal.ts';
import { resumeModal } from '../modals/resume-modal.ts';
import { afterSaving } from './after-saving.ts';
import { CLOSED, closeAfterSaving } from './close-after-saving.ts';
import { type Answer, type Press, say } from './feature.ts';
import { formOfPurpose } from './form-of-purpose.ts';
import { keepTypedItems } from './keep-typed-items.ts';
import { openFirstStep, openSecondStep } from './open-step.ts';
import { overtakenWords } from './overtaken-words.ts';

export async function saveForLater(ports: Ports, press: Press): Promise<Answer> {
  const { form, answer } = await saveForm(ports, press);
  const { purpose } = form;
  if (answer !== undefined) {
    return answer;
  }
  return press.value === forms.lessons
    ? openSecondStep(ports, press, purpose)
    : openFirstStep(ports, press, { purpose, isSaved: true });
}

export async function stepBack(ports: Ports, press: Press): Promise<Answer> {
  const { form, answer } = await saveForm(ports, press);
  return answer ?? openFirstStep(ports, press, { purpose: form.purpose, isSaved: true });
}

export async function closeNow(ports: Ports, press: Press): Promise<Answer> {
  const form = timed(readPostmortemModal(viewOf(press)));
  const saved = await editPostmortem(ports, { ...press, ...form });
  if (!saved.ok) {
    return notSaved(press, saved.refusal, form);
  }
  return (await closeAfterSaving(ports, press, { ...form, ...saved.value })) ?? say(paragraph(CLOSED));
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
    return { form, answer: notSaved(press, saved.refusal, form) };
  }
  const wrong = await keepTypedItems(ports, press, view);
  if (wrong.length > 0) {
    const overtaken = overtakenWords({ ...form, ...saved.value }, press);
    const why = wrong.map(({ wordsAlone }) => wordsAlone).join('\n');
    const unkept = { why, newItems: readNewItems(view)?.typed, overtaken };
    return { form, answer: await openSecondStep(ports, press, form.purpose, unkept) };
  }
  if (saved.value.conflicts.length > 0) {
    const next = await afterSaving(ports, press, { ...form, ...saved.value });
    return { form, answer: next ?? say(paragraph('Saved.')) };
  }
  return { form };
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

function notSaved({ channel }: Press, refusal: Refusal, { purpose }: PostmortemForm): Answer {
  const told = `${explain(refusal)}\n\nWhat you typed is kept, and stands in the form again.`;
  const answer = formOfPurpose[purpose];
  return { ...answer, modal: resumeModal({ channel, title: 'Not saved', text: told, resume: answer.name }), told };
}
