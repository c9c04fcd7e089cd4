import type { ActionItemChange } from '../../domain/action-items/action-item-change.ts';
import type { ItemEnded } from '../../domain/action-items/ending.ts';
import type { ChangedMeanwhile } from '../../domain/action-items/ownership.ts';
import type { Result } from '../../domain/result.ts';
import type { acceptActionItem } from '../../use-cases/action-items/accept-action-item.ts';
import type { changeDueDateOf } from '../../use-cases/action-items/change-due-date.ts';
import type { LeftRefusal } from '../../use-cases/action-items/change-due-dates.ts';
import type { NoIncidentOfNumber } from '../../use-cases/action-items/choose-incident.ts';
import type { completeActionItem } from '../../use-cases/action-items/complete-action-item.ts';
import type { editActionItem } from '../../use-cases/action-items/edit-action-item.ts';
import type { giveUpActionItem } from '../../use-cases/action-items/give-up-action-item.ts';
import type { handBackActionItem } from '../../use-cases/action-items/hand-back-action-item.ts';
import type { reassignActionItem, takeActionItem } from '../../use-cases/action-items/reassign-action-item.ts';
import type { reopenActionItem } from '../../use-cases/action-items/reopen-action-item.ts';
import type { snoozeActionItem } from '../../use-cases/action-items/snooze-action-item.ts';
import { escapeMrkdwn } from '../blocks/text.ts';
import { COMMAND } from '../identifiers.ts';
import { mention } from '../text/describe-incident.ts';
import { changeLine } from '../text/item-history.ts';
import { reasonWords, titleWords } from '../text/item-words.ts';
import { dayWords, slackTime } from '../text/slack-time.ts';
import { explainTicket, type OnlyOfTickets } from './explain-ticket.ts';

type RefusalOf<UseCase extends (...request: never[]) => Promise<Result<unknown, unknown>>> = Extract<
  Awaited<ReturnType<UseCase>>,
  { ok: false }
>['refusal'];

export type ItemRefusal =
  | NoIncidentOfNumber
  | LeftRefusal
  | { readonly kind: 'unclear-filter' | 'repeated-filter'; readonly text: string }
  | RefusalOf<
      | typeof acceptActionItem
      | typeof changeDueDateOf
      | typeof completeActionItem
      | typeof editActionItem
      | typeof giveUpActionItem
      | typeof handBackActionItem
      | typeof reassignActionItem
      | typeof reopenActionItem
      | typeof snoozeActionItem
      | typeof takeActionItem
    >;

/** What only presses on action items refuse. */
export type OnlyOfItems = Exclude<
  ItemRefusal,
  {
    kind:
      | 'already-handled'
      | 'due-in-the-past'
      | 'due-too-far'
      | 'empty-text'
      | 'no-such-action-item'
      | 'owner-not-in-private-incident'
      | 'person-is-bot'
      | 'person-deactivated';
  }
>;

const TITLE = 150;

const FILTERS = `Say at most one of \`open\`, \`overdue\` and \`all\`, one @owner and one incident: \`${COMMAND} actions overdue @owner INC-12\`.`;

export function explainItem(refusal: OnlyOfItems | OnlyOfTickets): string {
  switch (refusal.kind) {
    case 'item-ended':
      return `${endedWords(refusal)} If it is not over, \`${COMMAND} actions all\` opens it again.`;
    case 'item-open':
      return `“${titleWords(refusal, TITLE)}” is open${byWords(refusal.last)}. There is nothing to reopen.`;
    case 'not-theirs':
      return `“${titleWords(refusal, TITLE)}” ${refusal.owner === undefined ? 'is nobody’s' : `is ${mention(refusal.owner)}’s`} now${byWords(refusal.last)}. Nothing was changed.`;
    case 'already-accepted':
      return `“${titleWords(refusal, TITLE)}” was accepted already, ${slackTime(refusal.at)}.`;
    case 'owner-unchanged':
      return `It is ${mention(refusal.owner)}’s already.`;
    case 'changed-meanwhile':
      return `${fasterWords(refusal)} Send it again if you still mean it.`;
    case 'due-unchanged':
      return `It is due on ${dayWords(refusal.dueOn)} already.`;
    case 'snooze-in-the-past':
      return `Pick tomorrow or a later day, not ${dayWords(refusal.until)}.`;
    case 'snooze-too-far':
      return `${dayWords(refusal.until)} is more than ten years away. Pick a nearer day.`;
    case 'snooze-unchanged':
      return `It is snoozed until ${dayWords(refusal.until)} already.`;
    case 'snoozed-before':
      return `It was snoozed ${refusal.times === 1 ? 'once' : `${refusal.times} times`} before. Say why it has to wait again.`;
    case 'unexplained':
      return 'Say why: whoever leads the incident will want to know.';
    case 'edited-meanwhile':
      return explainEdits(refusal.changes);
    case 'no-due-date':
      return 'It has no due date yet, so there is nothing to move it from. Pick a date for it.';
    case 'no-incident-of-number':
      return `I find no INC-${refusal.number} for you. \`${COMMAND} actions\` without it shows those of all incidents that you may see.`;
    case 'unclear-filter':
      return `I don’t understand “${escapeMrkdwn(refusal.text)}”. ${FILTERS}`;
    case 'repeated-filter':
      return `“${escapeMrkdwn(refusal.text)}” is one too many. ${FILTERS}`;
    default:
      return explainTicket(refusal);
  }
}

export function endedWords({ title, ending }: ItemEnded): string {
  const { status, by, at, reason } = ending;
  const ended = status === 'done' ? 'marked as done' : 'given up';
  const who = by === undefined ? '' : ` by <@${by}>`;
  const when = at === undefined ? '' : `, ${slackTime(at)}`;
  return `“${titleWords({ title }, TITLE)}” was ${ended}${who}${when}${reasonWords(reason)}.`;
}

/** `: @ben changed it, today at 14:10` */
function byWords(last: ActionItemChange | undefined): string {
  return last === undefined
    ? ''
    : `: ${last.by === undefined ? 'it was changed' : `<@${last.by}> changed it`}, ${slackTime(last.at)}`;
}

/** `Somebody was faster: @ben gave it to @ana, today at 14:10.` */
export function fasterWords({ item, last }: ChangedMeanwhile): string {
  const who = last?.by === undefined ? 'somebody' : `<@${last.by}>`;
  const when = last === undefined ? '' : `, ${slackTime(last.at)}`;
  const isOwner = last?.fields.some(({ field }) => field === 'owner') ?? false;
  if (isOwner) {
    const to = item.owner === undefined ? 'left it to nobody' : `gave it to ${mention(item.owner)}`;
    return `Somebody was faster: ${who} ${item.owner?.id === last?.by ? 'took it' : to}${when}.`;
  }
  const set = item.dueOn === undefined ? 'took away its date' : `set it to ${dayWords(item.dueOn)}`;
  return `Somebody was faster: ${who} ${set}${when}.`;
}

/** To whoever looks at the form again, which shows what they filled in and what others did. */
function explainEdits(changes: readonly ActionItemChange[]): string {
  const lines = changes.slice(-MOST_EDITS).map((change) => `• ${changeLine(change)}`);
  const told = lines.length < changes.length ? `${changes.length} times, at last` : 'meanwhile';
  return `It was changed ${told}:\n${lines.join('\n')}\nNothing of yours is saved yet: it stands below as you filled it in. Save again if you still mean it.`;
}

const MOST_EDITS = 3;
