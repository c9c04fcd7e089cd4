import type { KnownItem } from '../../domain/action-items/ending.ts';
import { type Modal, modal } from '../blocks/fields.ts';
import { section } from '../blocks/layout.ts';
import { forms } from '../identifiers.ts';
import { titleWords } from '../text/item-words.ts';
import { doneWhenField } from './action-item-fields.ts';

const TITLE = 500;

/** The one question that an item lacks an answer to: a part of `editItemModal`, and read as that is. */
export function doneWhenModal({ item, history }: KnownItem): Modal {
  return modal({
    form: forms.doneWhen,
    title: 'Done when',
    submit: 'Save',
    metadata: JSON.stringify({ actionItemId: item.id, seen: history.length }),
    blocks: [section(`🗒️ ${titleWords(item, TITLE)}`), doneWhenField(item)],
  });
}
