import type { EditOfItem } from '../../domain/action-items/edit.ts';
import { actionItemId } from '../../domain/ids.ts';
import { accept, type Result } from '../../domain/result.ts';
import { type EditActionItemRefusal, editActionItem } from '../../use-cases/action-items/edit-action-item.ts';
import { findItem } from '../../use-cases/action-items/find-item.ts';
import { groupsFor } from '../../use-cases/action-items/groups-for.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { explain, type Refusal } from '../explain.ts';
import { forms } from '../identifiers.ts';
import { doneWhenModal } from '../modals/done-when-modal.ts';
import { type EditItemForm, editItemModal, fieldNamed, readEditItemModal } from '../modals/edit-item-modal.ts';
import { answerSubmission, refuseOnTop } from './answer-submission.ts';
import { type Answer, type Feature, type FormAsker, type Submission, type SubmissionAnswer, sayNo } from './feature.ts';
import { readChosenOwner } from './read-chosen-owner.ts';

/** Follow-up work that is made already: saying another of it, wherever it is shown. */
export function actionItemFeature(ports: Ports): Feature {
  return {
    forms: {
      [forms.editActionItem]: (asker) => openEdit(ports, asker),
      [forms.doneWhen]: (asker) => openDoneWhen(ports, asker),
    },
    submissions: {
      [forms.editActionItem]: (submission) => submitEdit(ports, submission),
      [forms.doneWhen]: (submission) => submitEdit(ports, submission),
    },
  };
}

async function openEdit(ports: Ports, asker: FormAsker): Promise<Answer> {
  const { value = '' } = asker;
  const form = await readForm(ports, { ...asker, actionItemId: actionItemId(value) });
  return form.ok
    ? { kind: 'form', modal: editItemModal(form.value), name: forms.editActionItem, label: 'Edit', value }
    : sayNo(form.refusal);
}

async function openDoneWhen({ database: { records } }: Ports, asker: FormAsker): Promise<Answer> {
  const { value = '' } = asker;
  const found = await findItem(records, { ...asker, actionItemId: actionItemId(value) });
  return found.ok
    ? { kind: 'form', modal: doneWhenModal(found.value), name: forms.doneWhen, label: 'Done when…', value }
    : sayNo(found.refusal);
}

async function readForm(
  { database: { records } }: Ports,
  asker: Parameters<typeof findItem>[1] & Pick<FormAsker, 'pressedIn'>,
): Promise<Result<EditItemForm, Refusal>> {
  const found = await findItem(records, asker);
  if (!found.ok) {
    return found;
  }
  const groups = await groupsFor(records, asker.teamId, found.value.incident);
  return accept({ ...found.value, groups, pressedIn: asker.pressedIn });
}

async function submitEdit(ports: Ports, submission: Submission): Promise<SubmissionAnswer> {
  const { view } = submission;
  const { owner: chosen, edit: said, ...about } = readEditItemModal(view);
  const owner = chosen && (await readChosenOwner(ports, submission, chosen));
  if (owner?.ok === false) {
    return withNamesOf(view, owner.refusal);
  }
  const edit: EditOfItem = owner === undefined ? said : { ...said, owner: owner.value };
  const outcome = await editActionItem(ports, { ...submission, ...about, edit });
  if (!outcome.ok && outcome.refusal.kind === 'edited-meanwhile') {
    const now = await readForm(ports, { ...submission, ...about });
    const meanwhile = explain(outcome.refusal);
    return now.ok
      ? { kind: 'instead', modal: editItemModal({ ...now.value, again: { edit, meanwhile } }) }
      : refuseOnTop(submission, now.refusal);
  }
  if (!outcome.ok && outcome.refusal.kind === 'no-such-action-item') {
    return refuseOnTop(submission, outcome.refusal);
  }
  return withNamesOf(
    view,
    answerSubmission(outcome, (refusal) => fieldOf(refusal, edit.owner?.kind === 'group')),
  );
}

/** Errors stand at the fields as this form calls them. */
function withNamesOf(view: Submission['view'], answer: SubmissionAnswer): SubmissionAnswer {
  return answer.kind === 'errors'
    ? {
        ...answer,
        errors: Object.fromEntries(
          Object.entries(answer.errors).map(([name, words]) => [fieldNamed(view, name), words]),
        ),
      }
    : answer;
}

function fieldOf({ kind }: EditActionItemRefusal, isOfGroup: boolean): string {
  switch (kind) {
    case 'empty-text':
      return 'title';
    case 'due-in-the-past':
    case 'due-too-far':
      return 'due';
    default:
      return isOfGroup ? 'group' : 'owner';
  }
}
