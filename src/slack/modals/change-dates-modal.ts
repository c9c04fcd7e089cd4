import type { ViewOutput } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import type { ItemOfIncident } from '../../domain/action-items/item-of-incident.ts';
import { type ActionItemId, actionItemId } from '../../domain/ids.ts';
import { incidentName } from '../../domain/incident/incident.ts';
import type { CalendarDate } from '../../domain/time.ts';
import type { ChangedDates, LeftRefusal } from '../../use-cases/action-items/change-due-dates.ts';
import { choicesField, dateField, LONGEST_REASON, type Modal, modal, textField } from '../blocks/fields.ts';
import { context, section, when } from '../blocks/layout.ts';
import { limits } from '../blocks/limits.ts';
import { cut, cutPlain } from '../blocks/text.ts';
import { explain } from '../explain.ts';
import { forms } from '../identifiers.ts';
import { endedWords, fasterWords } from '../messages/explain-items.ts';
import { calledName } from '../text/describe-incident.ts';
import { titleWords } from '../text/item-words.ts';
import { dayWords } from '../text/slack-time.ts';
import { readChoices, readDate, readText } from './read-fields.ts';

/** So many can be chosen at once. */
export const MOST_DATES = limits.selectOptions;

const TITLE = 150;
const LABEL = 42;

/** New dates for several items; `total` are there, of which the first are shown. */
export function changeDatesModal(items: readonly ItemOfIncident[], total: number): Modal {
  const hidden = total - items.length;
  return modal({
    form: forms.changeDueDates,
    title: 'Change dates',
    submit: 'Change',
    metadata: '',
    blocks: [
      choicesField({
        name: 'items',
        label: 'Which ones?',
        choices: items.map(choiceOf),
        most: MOST_DATES,
        ...(hidden > 0 ? { hint: `The first ${items.length}; ${hidden} more are due later.` } : {}),
      }),
      dateField({ name: 'day', label: 'New date for all of them', isOptional: true }),
      textField({
        name: 'days',
        label: 'Or move each by so many working days',
        hint: '5 is a week later, -1 a day earlier. One that is overdue is moved from today on.',
        isOptional: true,
        longest: 4,
      }),
      textField({
        name: 'reason',
        label: 'Why?',
        hint: 'It stands in the history of each.',
        isOptional: true,
        isMultiline: true,
        longest: LONGEST_REASON,
      }),
    ],
  });
}

/** The date that is shown travels along, so that one that others changed meanwhile is noticed. */
function choiceOf({ item, incident }: ItemOfIncident) {
  const due = item.dueOn === undefined ? 'no date' : dayWords(item.dueOn);
  return {
    value: `${item.id} ${item.dueOn ?? NO_DATE}`,
    label: `${incidentName(incident)} ${cutPlain(item.title, LABEL)} · ${due}`,
  };
}

const NO_DATE = '-';

const Choice = z
  .tuple([z.string().transform(actionItemId), z.string()])
  .transform(([id, seen]) => ({ actionItemId: id, seen: seen === NO_DATE ? '' : seen }));

export interface ChangeDatesForm {
  readonly chosen: readonly { readonly actionItemId: ActionItemId; readonly seen: string }[];
  readonly day: CalendarDate | undefined;
  /** As it was typed. */
  readonly days: string;
  readonly reason: string;
}

export function readChangeDatesModal(view: ViewOutput): ChangeDatesForm {
  return {
    chosen: readChoices(view, 'items').map((value) => Choice.parse(value.split(' '))),
    day: readDate(view, 'day'),
    days: readText(view, 'days'),
    reason: readText(view, 'reason'),
  };
}

const SHOWN = 15;
/** So many such lines fit into one block. */
const LINES = 4;
const LINE = 700;

/** What became of each. */
export function changedDatesModal({ changed, left }: ChangedDates): Modal {
  const hidden = changed.length - SHOWN;
  const told = changed.slice(0, SHOWN).map(({ item, incident }) => {
    const due = item.dueOn === undefined ? '' : `: due ${dayWords(item.dueOn)}`;
    return `• ${calledName(incident)} ${titleWords(item, TITLE)}${due}`;
  });
  return modal({
    form: forms.changeDueDates,
    title: 'Change dates',
    close: 'Close',
    metadata: '',
    blocks: [
      section(changed.length === 0 ? 'No date was changed.' : `*${countWords(changed.length)} changed*`),
      ...lines(told),
      ...when(hidden > 0, () => [context(`and ${hidden} more`)]),
      ...when(left.length > 0, () => [
        section(`*${countWords(left.length)} left as ${left.length === 1 ? 'it was' : 'they were'}*`),
        ...lines(left.map(leftLine)),
      ]),
    ],
  });
}

function leftLine({ title, refusal }: ChangedDates['left'][number]): string {
  // What ended is named by those words themselves.
  const named = title === undefined || refusal.kind === 'item-ended' ? '' : `${titleWords({ title }, TITLE)}: `;
  return `• ${named}${leftWords(refusal)}`;
}

/** Beside those that were changed: nothing stands here to be sent again. */
function leftWords(refusal: LeftRefusal): string {
  switch (refusal.kind) {
    case 'item-ended':
      return endedWords(refusal);
    case 'changed-meanwhile':
      return `${fasterWords(refusal)} *Change dates…* once more, if you still mean it.`;
    case 'due-in-the-past':
      return `${dayWords(refusal.dueOn)} is over.`;
    case 'due-too-far':
      return `${dayWords(refusal.dueOn)} is more than ten years away.`;
    default:
      return explain(refusal);
  }
}

function lines(all: readonly string[]): KnownBlock[] {
  return Array.from({ length: Math.ceil(all.length / LINES) }, (_, index) =>
    section(
      all
        .slice(index * LINES, (index + 1) * LINES)
        .map((line) => cut(line, LINE))
        .join('\n'),
    ),
  );
}

function countWords(count: number): string {
  return count === 1 ? '1 date' : `${count} dates`;
}
