import { actionItemId } from '../../domain/ids.ts';
import { type EditActionItemRefusal, editActionItem, findHere } from '../../use-cases/action-items/edit-action-item.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { forms } from '../identifiers.ts';
import { editActionItemModal, readEditActionItemModal } from '../modals/action-item-modal.ts';
import { answerSubmission } from './answer-submission.ts';
import { type Answer, type Feature, type FormAsker, type Submission, type SubmissionAnswer, sayNo } from './feature.ts';
import { readChosenOwner } from './read-chosen-owner.ts';

/** Follow-up work that is made already: correcting it. */
export function actionItemFeature(ports: Ports): Feature {
  return {
    forms: { [forms.editActionItem]: (asker) => openEdit(ports, asker) },
    submissions: { [forms.editActionItem]: (submission) => submitEdit(ports, submission) },
  };
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
