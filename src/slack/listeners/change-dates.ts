import type { NewDate } from '../../domain/action-items/move-due-date.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import { changeDueDates } from '../../use-cases/action-items/change-due-dates.ts';
import { listItems } from '../../use-cases/action-items/list-items.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { paragraph } from '../blocks/layout.ts';
import { forms } from '../identifiers.ts';
import { readItemView } from '../messages/item-view.ts';
import {
  type ChangeDatesForm,
  changeDatesModal,
  changedDatesModal,
  MOST_DATES,
  readChangeDatesModal,
} from '../modals/change-dates-modal.ts';
import { answerSubmission } from './answer-submission.ts';
import { type Answer, type Feature, type FormAsker, type Submission, type SubmissionAnswer, say } from './feature.ts';

/** New dates for several action items at once. */
export function changeDatesFeature(ports: Ports): Feature {
  return {
    forms: { [forms.changeDueDates]: (asker) => openForm(ports, asker) },
    submissions: { [forms.changeDueDates]: (submission) => submit(ports, submission) },
  };
}

/** Of what is listed, as it is now; what came to an end has no date to change. */
async function openForm(ports: Ports, asker: FormAsker): Promise<Answer> {
  const { value = '' } = asker;
  const { page: _, ...listed } = readItemView(value);
  const filter = listed.show === 'all' ? { ...listed, show: 'open' as const } : listed;
  const { items, total } = await listItems(ports, asker, { filter, page: 0, most: MOST_DATES });
  return total === 0
    ? say(paragraph('Nothing of these is open any more, so there is no date to change.'))
    : {
        kind: 'form',
        modal: changeDatesModal(items, total),
        name: forms.changeDueDates,
        label: 'Change dates…',
        value,
      };
}

async function submit(ports: Ports, submission: Submission): Promise<SubmissionAnswer> {
  const { chosen, reason, ...date } = readChangeDatesModal(submission.view);
  const to = readNewDate(date);
  if (!to.ok) {
    return { kind: 'errors', errors: to.refusal };
  }
  const outcome = await changeDueDates(ports, { ...submission, chosen, reason, to: to.value });
  return outcome.ok
    ? { kind: 'instead', modal: changedDatesModal(outcome.value) }
    : answerSubmission(outcome, () => 'day');
}

/** Nobody plans further than two years ahead. */
const MOST_DAYS = 520;

/** The one of the two ways that was filled in. */
function readNewDate({ day, days }: Pick<ChangeDatesForm, 'day' | 'days'>): Result<NewDate, Record<string, string>> {
  if (day !== undefined) {
    return days === '' ? accept({ kind: 'day', day }) : refuse({ days: 'Pick a date or say how many days, not both.' });
  }
  if (days === '') {
    return refuse({ day: 'Pick a date, or say below by how many working days to move each.' });
  }
  const workingDays = Number(days.replace('−', '-'));
  return Number.isInteger(workingDays) && workingDays !== 0 && Math.abs(workingDays) <= MOST_DAYS
    ? accept({ kind: 'move', workingDays })
    : refuse({ days: `Say a whole number such as 5, or -1 for a day earlier; ${MOST_DAYS} at most.` });
}
