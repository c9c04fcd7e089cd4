import { shorten } from '../../shorten.ts';
import type { Finding } from '../finding.ts';
import type { ActionItemLine, Postmortem } from '../postmortem.ts';

const NAMED = 3;
const LONGEST_NAME = 60;

export function checkActionItems({ actionItems }: Postmortem): readonly Finding[] {
  const items = actionItems.flatMap((group) => group.items);
  if (items.length === 0) {
    return [
      {
        rule: 'no-action-items',
        level: 'must',
        section: 'action-items',
        text: 'There are no action items. Add at least one thing that keeps this from happening again, or say why none is needed.',
      },
    ];
  }
  return [...checkFields(items), ...checkKinds(actionItems)];
}

/** What is done needs no owner, date or end any more. */
function checkFields(items: readonly ActionItemLine[]): readonly Finding[] {
  const open = items.filter(({ status }) => status === 'open');
  return [
    ...finding(
      open.filter(({ owner }) => owner === undefined),
      {
        rule: 'action-item-without-owner',
        level: 'must',
        lack: 'no owner',
        advice: 'Give it to one person who agrees to it.',
      },
    ),
    ...finding(
      open.filter(({ dueOn }) => dueOn === undefined),
      {
        rule: 'action-item-without-due-date',
        level: 'must',
        lack: 'no due date',
        advice: 'Agree on a day with its owner.',
      },
    ),
    ...finding(
      open.filter(({ doneWhen }) => doneWhen === undefined),
      {
        rule: 'action-item-without-done-when',
        level: 'should',
        lack: 'no “done when”',
        advice: 'Say how one will see that it is done: a number, an alert, a page.',
      },
    ),
  ];
}

function checkKinds(groups: Postmortem['actionItems']): readonly Finding[] {
  if (groups.some(({ kind }) => kind === 'prevent')) {
    return [];
  }
  return [
    {
      rule: 'no-preventing-action',
      level: 'should',
      section: 'action-items',
      text: 'No action item prevents this from happening again. Add one, or mark one that does as “prevent”.',
    },
  ];
}

interface Lack {
  readonly rule: string;
  readonly level: Finding['level'];
  readonly lack: string;
  readonly advice: string;
}

function finding(items: readonly ActionItemLine[], { rule, level, lack, advice }: Lack): readonly Finding[] {
  if (items.length === 0) {
    return [];
  }
  const titles = items.slice(0, NAMED).map(({ title }) => `“${shorten(title, LONGEST_NAME)}”`);
  const named = items.length > NAMED ? [...titles, `${items.length - NAMED} more`] : titles;
  const text = `${inWords(named)} ${items.length === 1 ? 'has' : 'have'} ${lack}. ${advice}`;
  return [{ rule, level, section: 'action-items', text }];
}

function inWords(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
