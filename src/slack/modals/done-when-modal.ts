import type { ActionItem } from '../../domain/action-items/action-item.ts';
import type { ChannelId } from '../../domain/ids.ts';
import { type Modal, modal } from '../blocks/fields.ts';
import { section } from '../blocks/layout.ts';
import { cut, escapeMrkdwn } from '../blocks/text.ts';
import { forms } from '../identifiers.ts';
import { doneWhenField } from './action-item-fields.ts';

const TITLE = 500;

/** The one question that an item lacks an answer to. */
export function doneWhenModal(channel: ChannelId, item: ActionItem): Modal {
  return modal({
    form: forms.doneWhen,
    title: 'Done when',
    submit: 'Save',
    metadata: JSON.stringify({ channel, actionItemId: item.id }),
    blocks: [section(`🗒️ ${cut(escapeMrkdwn(item.title), TITLE)}`), doneWhenField(item)],
  });
}
