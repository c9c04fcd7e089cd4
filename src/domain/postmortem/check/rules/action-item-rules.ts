import { shorten } from '../../../shorten.ts';
import type { Found, Rule } from '../rule.ts';
import type { StatedActionItem, StatedPostmortem } from '../stated-postmortem.ts';
import { hasVerifiableEnd, isInTheFuture, isVague, rewriteOf, startsWithVerb } from '../words/action-words.ts';

const LONGEST_NAME = 60;

/** Whether each action item can be done, and be seen to be done. What is done needs no owner, date or end any more. */
export const actionItemRules: readonly Rule[] = [
  {
    id: 'action-item-without-owner',
    level: 'must',
    why: 'What belongs to everybody is done by nobody.',
    check: openItems(
      ({ owner }) => owner === undefined,
      () => 'has no owner. Give it to one person who agrees to it.',
    ),
  },
  {
    id: 'action-item-owned-by-team',
    level: 'should',
    why: 'In a team everybody can think that it is somebody else’s.',
    check: openItems(
      ({ owner, isOwnedByPerson }) => owner !== undefined && isOwnedByPerson === false,
      ({ owner }) => `belongs to ${owner}, which is more than one person. Name the one who sees to it.`,
    ),
  },
  {
    id: 'action-item-without-due-date',
    level: 'must',
    why: 'What has no day is never late, and seldom done.',
    check: openItems(
      ({ dueOn }) => dueOn === undefined,
      () => 'has no due date. Agree on a day with its owner.',
    ),
  },
  {
    id: 'due-date-before-incident',
    level: 'hint',
    why: 'A day that was over before the incident is likely a slip.',
    check: (stated) => {
      const end = (stated.ended?.at ?? stated.started?.at)?.slice(0, 10);
      return openItems(
        ({ dueOn }) => dueOn !== undefined && end !== undefined && dueOn < end,
        ({ dueOn }) => `is due on ${dueOn}, before the incident was over. Correct the day.`,
      )(stated);
    },
  },
  {
    id: 'action-item-without-done-when',
    level: 'should',
    why: 'Without an end that one can see, it is done when somebody is tired of it.',
    check: (stated) =>
      stated.source === 'record'
        ? openItems(
            ({ doneWhen }) => doneWhen === undefined,
            () => 'has no “done when”. Say how one will see that it is done: a number, an alert, a page.',
          )(stated)
        : [],
  },
  {
    id: 'action-item-without-verifiable-end',
    level: 'hint',
    why: 'Without an end that one can see, it is done when somebody is tired of it.',
    check: (stated) =>
      stated.source === 'file'
        ? openItems(
            (item) => item.doneWhen === undefined && !hasVerifiableEnd(item.text) && !isVague(item),
            () => 'does not say how one will see that it is done: a number, an alert, a page.',
          )(stated)
        : [],
  },
  {
    id: 'action-item-without-verb',
    level: 'should',
    why: 'Whoever reads it must know what to do.',
    check: openItems(
      (item) => !startsWithVerb(item.text) && !isVague(item),
      () => 'does not begin with what is to be done. Begin with a verb: add, test, alert, remove.',
    ),
  },
  {
    id: 'action-item-vague',
    level: 'should',
    why: 'Nobody can say whether something vague was done.',
    check: openItems(
      isVague,
      ({ text }) => `is vague: nobody can see when it is done. Write, for example: “${rewriteOf(text)}”.`,
    ),
  },
  {
    id: 'done-action-in-the-future',
    level: 'must',
    why: 'What is marked as done and still to come is not looked at again.',
    check: (stated) =>
      stated.actionItems
        .filter(({ status, text }) => status === 'done' && isInTheFuture(text))
        .map((item) =>
          found(
            item,
            'is marked as done, and written as something still to come. Say what was done, or open it again.',
          ),
        ),
  },
];

function openItems(lacks: (item: StatedActionItem) => boolean, words: (item: StatedActionItem) => string) {
  return ({ actionItems }: StatedPostmortem): readonly Found[] =>
    actionItems.filter((item) => item.status === 'open' && lacks(item)).map((item) => found(item, words(item)));
}

function found(item: StatedActionItem, words: string): Found {
  return { place: item.place, text: `“${shorten(item.text, LONGEST_NAME)}” ${words}` };
}
