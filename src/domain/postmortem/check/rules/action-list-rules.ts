import type { ActionItemKind } from '../../../action-items/action-item.ts';
import { shorten } from '../../../shorten.ts';
import { causesOf } from '../causes-of.ts';
import { textOf } from '../place-of.ts';
import type { Found, Rule } from '../rule.ts';
import type { Place, StatedActionItem, StatedPostmortem } from '../stated-postmortem.ts';
import { isVague, kindsInWords } from '../words/action-words.ts';
import { findAlike } from '../words/find-alike.ts';
import { shareOf, tellingWords } from '../words/telling-words.ts';

const LONGEST_NAME = 60;
const PRIORITY = /\bP[0-4]\b|\bpriority:?\s*(?:critical|high|medium|low|[0-4])\b/iu;
const HIGH_PRIORITY = /\bP[01]\b|\bpriority:?\s*(?:critical|high|[01])\b/iu;
const SAID_TO_BE_HIGH = /^(?:p?[01]|critical|highest|high|urgent)\b/iu;
const TICKET = /https?:\/\/|\b[A-Z][A-Z0-9]+-\d+\b|(?<!\w)#\d+\b/u;
const ENOUGH_WORDS = 3;
const ENOUGH_ITEMS = 3;

/** Whether the list as a whole does something about it. */
export const actionListRules: readonly Rule[] = [
  {
    id: 'no-action-items',
    level: 'must',
    why: 'An incident of which nothing comes will come again.',
    check: (stated) =>
      pursued(stated).length > 0
        ? []
        : [
            found(
              'There are no action items. Add at least one thing that keeps this from happening again, or say why none is needed.',
            ),
          ],
  },
  {
    id: 'no-preventing-action',
    level: 'must',
    why: 'Noticing it sooner does not keep it from coming again.',
    check: (stated) =>
      pursued(stated).length === 0 || hasKind(stated, 'prevent')
        ? []
        : [
            {
              ...found(
                'No action item prevents this from happening again. Add one, or mark one that does as “prevent”.',
                stated,
              ),
              ...(stated.source === 'file' && { level: 'should' }),
            },
          ],
  },
  {
    id: 'no-detecting-action',
    level: 'should',
    why: 'What cannot be prevented hurts less when it is noticed or eased sooner.',
    check: (stated) =>
      pursued(stated).length === 0 || hasKind(stated, 'detect', 'mitigate')
        ? []
        : [
            found(
              'No action item helps to notice it sooner or to make it hurt less. Add one, or mark one that does as “detect” or “mitigate”.',
              stated,
            ),
          ],
  },
  {
    id: 'action-item-duplicate',
    level: 'should',
    why: 'Two people do the same, or each waits for the other.',
    check: checkDuplicates,
  },
  {
    id: 'action-items-without-priority',
    level: 'should',
    why: 'Where everything is as urgent, nobody knows what to begin with.',
    check: checkPriorities,
  },
  {
    id: 'no-urgent-action',
    level: 'must',
    why: 'Users were hurt: something must be done first.',
    check: (stated) => {
      const ranked = pursued(stated).filter((item) => priorityOf(item) !== undefined);
      const isHurt = stated.prose['customer-impact'].length > 0;
      return !isHurt || ranked.length === 0 || ranked.some(isUrgent)
        ? []
        : [found('Users were hurt, and no action item has a high priority. Say which one comes first.', stated)];
    },
  },
  {
    id: 'action-item-without-ticket',
    level: 'should',
    why: 'What stands only in a postmortem is in nobody’s list of work.',
    check: ({ source, actionItems }) =>
      actionItems.some((item) => item.hasTicket || (source === 'file' && isInTracker(item)))
        ? actionItems
            .filter((item) => item.status === 'open' && !isInTracker(item))
            .map(({ text, place }) => ({
              place,
              text: `${named(text)} has no ticket, as others have. Make one, or link it.`,
            }))
        : [],
  },
  {
    id: 'actions-miss-cause',
    level: 'hint',
    why: 'What has nothing to do with the cause will not keep it from coming again.',
    check: checkCauses,
  },
];

function isInTracker({ text, hasTicket }: StatedActionItem): boolean {
  return hasTicket || TICKET.test(text);
}

function found(text: string, { actionItems }: Pick<StatedPostmortem, 'actionItems'> = { actionItems: [] }): Found {
  const place: Place = { section: 'action-items', line: actionItems[0]?.place.line };
  return { place, text };
}

/** What will not be done does nothing about it. */
function pursued({ actionItems }: StatedPostmortem): readonly StatedActionItem[] {
  return actionItems.filter(({ status }) => status !== 'wont-do');
}

function isUrgent({ priority, text }: StatedActionItem): boolean {
  return priority === undefined ? HIGH_PRIORITY.test(text) : SAID_TO_BE_HIGH.test(priority);
}

/** Said of it, or in its words. */
function priorityOf({ priority, text }: StatedActionItem): string | undefined {
  return priority?.toLowerCase() ?? PRIORITY.exec(text)?.[0].toLowerCase();
}

/** A record says it of each; a file's words do. What nobody can see done keeps nothing from coming again. */
function hasKind(stated: StatedPostmortem, ...kinds: readonly ActionItemKind[]): boolean {
  const kindsOf = (item: StatedActionItem) =>
    stated.source === 'record' || item.kind !== undefined
      ? [item.kind]
      : kindsInWords(item.text).filter((kind) => kind !== 'prevent' || !isVague(item));
  return pursued(stated).some((item) => kindsOf(item).some((kind) => kind !== undefined && kinds.includes(kind)));
}

function checkDuplicates(stated: StatedPostmortem): readonly Found[] {
  const actionItems = pursued(stated);
  const alike = findAlike(actionItems.map(({ text }) => text));
  return actionItems.flatMap(({ text, place }, index) => {
    const other = actionItems[alike[index] ?? -1];
    return other === undefined
      ? []
      : [
          {
            place,
            text: `${named(text)} seems to be the same as ${named(other.text)}. Make one of them, or say what sets them apart.`,
          },
        ];
  });
}

function checkPriorities(stated: StatedPostmortem): readonly Found[] {
  const open = stated.actionItems.filter(({ status }) => status === 'open');
  const priorities = open.map(priorityOf);
  const [first] = priorities.filter((priority) => priority !== undefined);
  if (first === undefined) {
    return stated.source === 'record' && open.length >= ENOUGH_ITEMS
      ? [found('No action item has a priority. Give each one: what comes first is done first.', stated)]
      : [];
  }
  if (priorities.includes(undefined)) {
    return [found('Some action items have a priority and others have none. Give each one.', stated)];
  }
  return open.length >= ENOUGH_ITEMS && priorities.every((priority) => priority === first)
    ? [found('All action items have the same priority. Say which one comes first.', stated)]
    : [];
}

function checkCauses(stated: StatedPostmortem): readonly Found[] {
  const { prose } = stated;
  const actionItems = pursued(stated);
  const about = tellingWords(textOf([...causesOf(stated), ...prose['contributing-factors'], ...prose['went-badly']]));
  const isTouched = actionItems.some(({ text }) => shareOf(tellingWords(text), about) > 0);
  return actionItems.length === 0 || about.size < ENOUGH_WORDS || isTouched
    ? []
    : [
        found(
          'No action item has a word in common with the cause, a contributing factor or what went badly. Is the cause seen to?',
          stated,
        ),
      ];
}

function named(text: string): string {
  return `“${shorten(text, LONGEST_NAME)}”`;
}
