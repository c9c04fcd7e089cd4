import type { ViewOutput } from '@slack/bolt';
import { z } from 'zod';
import type { ActionItem } from '../../domain/action-items/action-item.ts';
import { type ActionItemId, actionItemId } from '../../domain/ids.ts';
import { type Modal, modal } from '../blocks/fields.ts';
import { section } from '../blocks/layout.ts';
import { cut, escapeMrkdwn } from '../blocks/text.ts';
import { forms } from '../identifiers.ts';
import { doneWhenField, readDoneWhen } from './action-item-fields.ts';

const TITLE = 500;

/** The one question that an item lacks an answer to. */
export function doneWhenModal(item: ActionItem): Modal {
  return modal({
    form: forms.doneWhen,
    title: 'Done when',
    submit: 'Save',
    metadata: JSON.stringify({ actionItemId: item.id }),
    blocks: [section(`🗒️ ${cut(escapeMrkdwn(item.title), TITLE)}`), doneWhenField(item)],
  });
}

const Metadata = z.object({ actionItemId: z.string().transform(actionItemId) });

export function readDoneWhenModal(view: ViewOutput): {
  readonly actionItemId: ActionItemId;
  readonly doneWhen: string | undefined;
} {
  return { ...Metadata.parse(JSON.parse(view.private_metadata)), doneWhen: readDoneWhen(view) };
}
