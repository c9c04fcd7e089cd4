import type { KnownBlock } from '@slack/types';
import type { ActionItem } from '../../domain/action-items/action-item.ts';
import { lacksDoneWhen } from '../../domain/action-items/suggest-done-when.ts';
import { context, section, when } from '../blocks/layout.ts';
import { cutTyped } from '../blocks/text.ts';
import { COMMAND, forms } from '../identifiers.ts';
import { formButton } from './form-button.ts';

const SHOWN = 10;
const TITLE = 200;

/** A row for each item that is not complete, with the form in which it can be made so. */
export function lackingItemBlocks(lacking: readonly ActionItem[]): KnownBlock[] {
  const hidden = lacking.length - SHOWN;
  return [
    ...when(lacking.length > 0, () => [
      section(
        '*These action items are not complete.* Without an owner one is offered to whoever leads the incident; nobody is reminded of one without a due date; without a “done when” nobody can tell whether it is done:',
      ),
    ]),
    ...lacking
      .slice(0, SHOWN)
      .map((item) =>
        section(
          `• ${cutTyped(item.title, TITLE)} · ${missingOf(item)}`,
          formButton('Edit', forms.editActionItem, undefined, item.id),
        ),
      ),
    ...when(hidden > 0, () => [context(`and ${hidden} more: \`${COMMAND} actions\` shows them`)]),
  ];
}

function missingOf(item: ActionItem): string {
  const missing = [
    ...(item.owner === undefined ? ['owner'] : []),
    ...(item.dueOn === undefined ? ['due date'] : []),
    ...(lacksDoneWhen(item) ? ['“done when”'] : []),
  ];
  return `_no ${missing.join(' and no ')}_`;
}
