import { actionItemId } from '../../domain/ids.ts';
import { completeActionItem } from '../../use-cases/action-items/complete-action-item.ts';
import { type EditActionItemRefusal, editActionItem, findHere } from '../../use-cases/action-items/edit-action-item.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { paragraph } from '../blocks/layout.ts';
import { escapeMrkdwn } from '../blocks/text.ts';
import { buttons, forms } from '../identifiers.ts';
import { editActionItemModal, readEditActionItemModal } from '../modals/action-item-modal.ts';
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
import { readChosenOwner } from './read-chosen-owner.ts';

/** Follow-up work that is made already: correcting it, and having done it. */
export function actionItemFeature(ports: Ports): Feature {
  return {
    buttons: { [buttons.completeActionItem]: (press) => complete(ports, press) },
    forms: { [forms.editActionItem]: (asker) => openEdit(ports, asker) },
    submissions: { [forms.editActionItem]: (submission) => submitEdit(ports, submission) },
  };
}

async function complete(ports: Ports, press: Press): Promise<Answer> {
  const outcome = await completeActionItem(ports, { ...press, actionItemId: actionItemId(press.value) });
  const done = (title: string) => `Done: ${escapeMrkdwn(title)}. Thank you.`;
  return outcome.ok ? say(paragraph(done(outcome.value.title))) : sayNo(outcome.refusal);
}

async function openEdit(ports: Ports, asker: FormAsker): Promise<Answer> {
  const { records } = ports.database;
  const { value = '' } = asker;
  const found = await findHere(records, { ...asker, actionItemId: actionItemId(value) });
  return found.ok
    ? {
        kind: 'form',
        modal: editActionItemModal(asker.channel, found.value.item, await records.groups.list(asker.teamId)),
        name: forms.editActionItem,
        label: 'Edit',
        value,
      }
    : sayNo(found.refusal);
}

async function submitEdit(ports: Ports, submission: Submission): Promise<SubmissionAnswer> {
  const { person, group, ...item } = readEditActionItemModal(submission.view);
  const owner = await readChosenOwner(ports, submission, { person, group });
  if (!owner.ok) {
    return owner.refusal;
  }
  const outcome = await editActionItem(ports, { ...submission, ...item, owner: owner.value });
  return answerSubmission(outcome, fieldOf);
}

function fieldOf({ kind }: EditActionItemRefusal): string {
  switch (kind) {
    case 'empty-text':
    case 'no-incident-here':
    case 'no-such-action-item':
      return 'title';
    case 'due-in-the-past':
      return 'due';
    default:
      return 'owner';
  }
}
