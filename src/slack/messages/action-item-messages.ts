import type { ActionItem } from '../../domain/action-items/action-item.ts';
import type { Ending } from '../../domain/action-items/ending.ts';
import { context, type Message } from '../blocks/layout.ts';
import { cut, escapeMrkdwn } from '../blocks/text.ts';
import { mention } from '../text/describe-incident.ts';
import { endingWords, struck, titleWords } from '../text/item-words.ts';

/** It follows the item: who owns it, until when, and how it ended. */
export function actionItemLine(item: ActionItem, ending?: Ending): Message {
  const text =
    ending === undefined
      ? `🗒️ Action item: ${particulars(item)}`
      : `🗒️ Action item: ${struck(titleWords(item, TITLE))} · ${endingWords(ending)}`;
  return { text, blocks: [context(text)] };
}

const TITLE = 300;
const DONE_WHEN = 150;

function particulars(item: ActionItem): string {
  const kind = item.kind === undefined ? '' : `*${item.kind}*: `;
  const owner = item.owner === undefined ? '_no owner yet_' : mention(item.owner);
  const due = item.dueOn === undefined ? '_no due date yet_' : `due ${item.dueOn}`;
  const doneWhen = item.doneWhen === undefined ? '' : ` · done when ${cut(escapeMrkdwn(item.doneWhen), DONE_WHEN)}`;
  return `${kind}${cut(escapeMrkdwn(item.title), TITLE)} · ${owner} · ${due}${doneWhen}`;
}
