import type { Button } from '@slack/types';
import type { ActionItem } from '../../domain/action-items/action-item.ts';
import type { Ending } from '../../domain/action-items/ending.ts';
import { actions, context, type Message } from '../blocks/layout.ts';
import { cut, escapeMrkdwn } from '../blocks/text.ts';
import { mention } from '../text/describe-incident.ts';
import { dueWords, endingWords, struck, titleWords } from '../text/item-words.ts';
import { ticketWords } from '../text/ticket-link.ts';

interface LineProps {
  readonly ending?: Ending | undefined;
  readonly create?: Button | undefined;
}

/** It follows the item: who owns it, until when, how it ended, and where its ticket is, which `create` makes. */
export function actionItemLine(item: ActionItem, { ending, create }: LineProps = {}): Message {
  const text =
    ending === undefined
      ? `🗒️ Action item: ${particulars(item)}`
      : `🗒️ Action item: ${struck(titleWords(item, TITLE))} · ${endingWords(ending)}${ticketWords(item)}`;
  return { text, blocks: [context(text), ...(create === undefined ? [] : [actions(create)])] };
}

const TITLE = 300;
const DONE_WHEN = 150;

function particulars(item: ActionItem): string {
  const kind = item.kind === undefined ? '' : `*${item.kind}*: `;
  const owner = item.owner === undefined ? '_no owner yet_' : mention(item.owner);
  const doneWhen = item.doneWhen === undefined ? '' : ` · done when ${cut(escapeMrkdwn(item.doneWhen), DONE_WHEN)}`;
  return `${kind}${cut(escapeMrkdwn(item.title), TITLE)} · ${owner} · ${dueWords(item)}${doneWhen}${ticketWords(item)}`;
}
