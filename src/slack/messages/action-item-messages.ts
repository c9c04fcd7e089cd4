import type { Button } from '@slack/types';
import type { ActionItem } from '../../domain/action-items/action-item.ts';
import type { Ending } from '../../domain/action-items/ending.ts';
import { actions, button, context, type Message, when } from '../blocks/layout.ts';
import { cutTyped } from '../blocks/text.ts';
import { buttons, forms } from '../identifiers.ts';
import { mention } from '../text/describe-incident.ts';
import { dueWords, endingWords, struck, titleWords } from '../text/item-words.ts';
import { ticketWords } from '../text/ticket-link.ts';
import { formButton } from './form-button.ts';

interface LineProps {
  readonly ending?: Ending | undefined;
  readonly create?: Button | undefined;
}

/** It follows the item: who owns it, until when, how it ended, and where its ticket is, which `create` makes. One that nobody owns is offered. */
export function actionItemLine(item: ActionItem, { ending, create }: LineProps = {}): Message {
  const text =
    ending === undefined
      ? `🗒️ Action item: ${particulars(item)}`
      : `🗒️ Action item: ${struck(titleWords(item, TITLE))} · ${endingWords(ending)}${ticketWords(item)}`;
  const offered = ending === undefined && item.owner === undefined ? offerButtons(item) : [];
  const offers = [...offered, ...(create === undefined ? [] : [create])];
  return { text, blocks: [context(text), ...when(offers.length > 0, () => [actions(...offers)])] };
}

/** Whoever reads of what nobody owns can be the one to find an owner. */
function offerButtons({ id }: ActionItem): readonly Button[] {
  return [
    button({ label: 'Take it', action: buttons.takeActionItem, value: id }),
    formButton('Give it to…', forms.reassignActionItem, undefined, id),
    formButton('Edit', forms.editActionItem, undefined, id),
  ];
}

const TITLE = 300;
const DONE_WHEN = 150;

function particulars(item: ActionItem): string {
  const marks = [item.priority, item.kind].filter((mark) => mark !== undefined).map((mark) => `*${mark}*`);
  const sort = marks.length === 0 ? '' : `${marks.join(' ')}: `;
  const source = item.permalink === undefined ? '' : ` · <${item.permalink}|message>`;
  const owner = item.owner === undefined ? '_no owner yet_' : mention(item.owner);
  const doneWhen = item.doneWhen === undefined ? '' : ` · done when ${cutTyped(item.doneWhen, DONE_WHEN)}`;
  const title = cutTyped(item.title, TITLE);
  return `${sort}${title} · ${owner} · ${dueWords(item)}${doneWhen}${source}${ticketWords(item)}`;
}
