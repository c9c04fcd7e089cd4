import { endingOf } from '../../domain/action-items/ending.ts';
import { actionItemId } from '../../domain/ids.ts';
import type { Group } from '../../domain/people/person.ts';
import { accept, type Result } from '../../domain/result.ts';
import { changeDueDateOf } from '../../use-cases/action-items/change-due-date.ts';
import { findItem } from '../../use-cases/action-items/find-item.ts';
import { giveUpActionItem } from '../../use-cases/action-items/give-up-action-item.ts';
import { groupsFor } from '../../use-cases/action-items/groups-for.ts';
import { handBackActionItem } from '../../use-cases/action-items/hand-back-action-item.ts';
import { reassignActionItem } from '../../use-cases/action-items/reassign-action-item.ts';
import { showItemAnew } from '../../use-cases/action-items/show-item-anew.ts';
import { snoozeActionItem } from '../../use-cases/action-items/snooze-action-item.ts';
import type { AlreadyHandled } from '../../use-cases/change.ts';
import type { Ports } from '../../use-cases/ports.ts';
import type { Modal } from '../blocks/fields.ts';
import { explain, type Refusal } from '../explain.ts';
import { type FormName, forms } from '../identifiers.ts';
import {
  changeDueDateModal,
  giveUpModal,
  handBackModal,
  type ItemForm,
  readDateModal,
  readReasonModal,
  readReassignModal,
  reassignModal,
} from '../modals/item-modals.ts';
import { answerSubmission, refuseOnTop } from './answer-submission.ts';
import {
  type Feature,
  type FormAsker,
  type FormOpener,
  type Submission,
  type SubmissionAnswer,
  sayNo,
} from './feature.ts';
import { readChosenOwner } from './read-chosen-owner.ts';

/** What takes more than a press: a reason, a date, a person. */
export function itemFormFeature(ports: Ports): Feature {
  return {
    forms: {
      [forms.handBackActionItem]: opening(ports, forms.handBackActionItem, 'Not me…', handBackModal),
      [forms.giveUpActionItem]: opening(ports, forms.giveUpActionItem, 'Won’t do…', giveUpModal),
      [forms.changeDueDate]: opening(ports, forms.changeDueDate, 'Change date…', changeDueDateModal),
      [forms.reassignActionItem]: opening(ports, forms.reassignActionItem, 'Give it to…', reassignModal),
    },
    submissions: {
      [forms.handBackActionItem]: async (submission) =>
        answerForm(submission, await handBackActionItem(ports, { ...submission, ...readReasonModal(submission.view) })),
      [forms.giveUpActionItem]: async (submission) =>
        answerForm(submission, await giveUpActionItem(ports, { ...submission, ...readReasonModal(submission.view) })),
      [forms.changeDueDate]: (submission) => submitDate(ports, submission),
      [forms.snoozeActionItem]: (submission) => submitSnooze(ports, submission),
      [forms.reassignActionItem]: (submission) => submitReassign(ports, submission),
    },
  };
}

function opening(
  ports: Ports,
  name: FormName,
  label: string,
  modal: (form: ItemForm & { readonly groups: readonly Group[] }) => Modal,
): FormOpener {
  return async (asker) => {
    const { value = '' } = asker;
    const asked = { ...asker, actionItemId: actionItemId(value) };
    const found = await readForm(ports, asked);
    if (!found.ok) {
      return sayNo(found.refusal);
    }
    const { item, ending } = found.value;
    if (ending === undefined) {
      return { kind: 'form', modal: modal(found.value), name, label, value };
    }
    await showItemAnew(ports, asked);
    return sayNo({ kind: 'item-ended', id: item.id, title: item.title, ending });
  };
}

async function readForm(
  ports: Ports,
  asker: Parameters<typeof findItem>[1] & Pick<FormAsker, 'pressedIn'>,
): Promise<Result<ItemForm & { readonly groups: readonly Group[] }, Refusal>> {
  const { records } = ports.database;
  const found = await findItem(records, asker);
  if (!found.ok) {
    return found;
  }
  const { item, incident } = found.value;
  const groups = await groupsFor(records, asker.teamId, incident);
  return accept({ item, incident, ending: endingOf(found.value), groups, pressedIn: asker.pressedIn });
}

async function submitDate(ports: Ports, submission: Submission): Promise<SubmissionAnswer> {
  const form = readDateModal(submission.view);
  const { day, reason } = form;
  if (day === undefined) {
    return { kind: 'errors', errors: { day: 'Pick a day.' } };
  }
  const outcome = await changeDueDateOf(ports, { ...submission, ...form, dueOn: day });
  if (!outcome.ok && outcome.refusal.kind === 'changed-meanwhile') {
    const { refusal } = outcome;
    return askAgain(ports, { ...submission, ...form }, (now) =>
      changeDueDateModal({ ...now, meanwhile: explain(refusal), chosen: { day, reason } }),
    );
  }
  return answerForm(submission, outcome);
}

async function submitSnooze(ports: Ports, submission: Submission): Promise<SubmissionAnswer> {
  const { day, ...form } = readDateModal(submission.view);
  return day === undefined
    ? { kind: 'errors', errors: { day: 'Pick a day.' } }
    : answerForm(submission, await snoozeActionItem(ports, { ...submission, ...form, until: { day } }));
}

async function submitReassign(ports: Ports, submission: Submission): Promise<SubmissionAnswer> {
  const form = readReassignModal(submission.view);
  const to = await readChosenOwner(ports, submission, form);
  if (!to.ok) {
    return to.refusal;
  }
  if (to.value === undefined) {
    return { kind: 'errors', errors: { person: 'Choose a person or a group.' } };
  }
  const outcome = await reassignActionItem(ports, { ...submission, ...form, to: to.value });
  if (!outcome.ok && outcome.refusal.kind === 'changed-meanwhile') {
    const { refusal } = outcome;
    return askAgain(ports, { ...submission, ...form }, (now) =>
      reassignModal({ ...now, meanwhile: explain(refusal), chosen: form }),
    );
  }
  return answerForm(submission, outcome);
}

/** The same form with what was filled in, and what others did meanwhile. */
async function askAgain(
  ports: Ports,
  asked: Submission & Parameters<typeof readForm>[1],
  modal: (form: ItemForm & { readonly groups: readonly Group[] }) => Modal,
): Promise<SubmissionAnswer> {
  const now = await readForm(ports, asked);
  return now.ok ? { kind: 'instead', modal: modal(now.value) } : refuseOnTop(asked, now.refusal);
}

const FIELDS: Readonly<Partial<Record<Refusal['kind'], string>>> = {
  unexplained: 'reason',
  'snoozed-before': 'reason',
  'due-in-the-past': 'day',
  'due-too-far': 'day',
  'due-unchanged': 'day',
  'snooze-in-the-past': 'day',
  'snooze-too-far': 'day',
  'snooze-unchanged': 'day',
  'owner-not-in-private-incident': 'person',
  'person-is-bot': 'person',
  'person-deactivated': 'person',
};

/** Says no at the field that it is about, else on top of the form. */
function answerForm<R extends Refusal>(
  submission: Submission,
  outcome: Result<unknown, R | AlreadyHandled>,
): SubmissionAnswer {
  const field = outcome.ok ? '' : FIELDS[outcome.refusal.kind];
  return outcome.ok || outcome.refusal.kind === 'already-handled' || field !== undefined
    ? answerSubmission(outcome, () => field ?? '')
    : refuseOnTop(submission, outcome.refusal);
}
