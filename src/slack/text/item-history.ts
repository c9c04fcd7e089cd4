import type { ActionItemStatus } from '../../domain/action-items/action-item.ts';
import type { ActionItemChange, ChangeableField, FieldChange } from '../../domain/action-items/action-item-change.ts';
import type { CalendarDate } from '../../domain/time.ts';
import { cutTyped } from '../blocks/text.ts';
import { mention } from './describe-incident.ts';
import { reasonWords } from './item-words.ts';
import { dayWords, slackTime } from './slack-time.ts';

/** So much of what somebody wrote tells one text from another. */
const WORDS = 80;

const names: Readonly<Record<ChangeableField, string>> = {
  title: 'title',
  kind: 'kind',
  priority: 'priority',
  owner: 'owner',
  dueOn: 'due',
  doneWhen: 'done when',
  status: 'status',
  snoozedUntil: 'snoozed until',
};

const statuses: Readonly<Record<ActionItemStatus, string>> = { open: 'open', done: 'done', 'wont-do': 'won’t do' };

/** `Fri 10 May 14:10 @ben: due Fri 10 May 2024 → Mon 13 May 2024: “on leave”`, in mrkdwn. */
export function changeLine({ at, by, fields, reason, through }: ActionItemChange): string {
  const who = by === undefined ? 'Nobody here' : `<@${by}>`;
  const how = through === undefined ? '' : ' by a reaction';
  return `${slackTime(at)} ${who}${how}: ${fields.map(fieldWords).join(', ')}${reasonWords(reason)}`;
}

function fieldWords(change: FieldChange): string {
  const [from, to] =
    change.field === 'owner'
      ? [change.from && mention(change.from), change.to && mention(change.to)]
      : [valueWords(change.field, change.from), valueWords(change.field, change.to)];
  return `${names[change.field]} ${from ?? '_none_'} → ${to ?? '_none_'}`;
}

function valueWords(field: Exclude<ChangeableField, 'owner'>, value: string | undefined): string | undefined {
  if (value === undefined) {
    return undefined;
  }
  switch (field) {
    case 'dueOn':
    case 'snoozedUntil':
      return dayWords(value as CalendarDate);
    case 'status':
      return statuses[value as ActionItemStatus];
    default:
      return `“${cutTyped(value, WORDS)}”`;
  }
}
