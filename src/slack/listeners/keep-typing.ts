import { keepUnsavedItems } from '../../use-cases/action-items/keep-unsaved-items.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { dropUnsaved, keepUnsaved } from '../../use-cases/postmortem/keep-unsaved.ts';
import { readWords, sectionOfField } from '../modals/narrative-fields.ts';
import { isNewItemsField, readNewItems } from '../modals/new-items-field.ts';
import { readSectionName, readWritingContext } from '../modals/writing-metadata.ts';
import type { Press } from './feature.ts';

/** Slack tells of every character; what stands in the field then is kept. */
export async function keepTyping(ports: Ports, press: Press): Promise<undefined> {
  const { view, block, pressedAt } = press;
  const newItems = view === undefined || !isNewItemsField(block) ? undefined : readNewItems(view);
  if (newItems !== undefined) {
    await keepUnsavedItems(ports, { ...press, ...newItems, typedAt: pressedAt });
    return;
  }
  const name = readSectionName(sectionOfField(block));
  if (view === undefined || name === undefined) {
    return;
  }
  const shown = readWritingContext(view.private_metadata).shown[name] ?? { version: 0, isUnsaved: false };
  const words = readWords(view, name, shown);
  if (words.kind === 'as-shown') {
    await dropUnsaved(ports, { ...press, sections: [name], droppedAt: pressedAt });
    return;
  }
  const { text, shownVersion, shownLength } = words;
  await keepUnsaved(ports, { ...press, words: { section: name, text, shownVersion, shownLength, typedAt: pressedAt } });
}
