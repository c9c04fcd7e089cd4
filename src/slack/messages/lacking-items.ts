import type { KnownBlock } from '@slack/types';
import type { ActionItem } from '../../domain/action-items/action-item.ts';
import { context, section, when } from '../blocks/layout.ts';
import { cut, escapeMrkdwn } from '../blocks/text.ts';
import { COMMAND, forms } from '../identifiers.ts';
import { formButton } from './form-button.ts';

const SHOWN = 10;
const TITLE = 200;

/** A row for each item that has no owner or no due date, with the form that gives it one. */
export function lackingItemBlocks(lacking: readonly ActionItem[]): KnownBlock[] {
  const hidden = lacking.length - SHOWN;
  return [
    ...when(lacking.length > 0, () => [
      section(
        '*These action items lack an owner or a due date.* Without an owner they are offered to whoever leads the incident; nobody is reminded of one without a due date:',
      ),
    ]),
    ...lacking
      .slice(0, SHOWN)
      .map((item) =>
        section(
          `• ${cut(escapeMrkdwn(item.title), TITLE)} · ${missingOf(item)}`,
          formButton('Edit', forms.editActionItem, undefined, item.id),
        ),
      ),
    ...when(hidden > 0, () => [context(`and ${hidden} more: \`${COMMAND} actions\` shows them`)]),
  ];
}

function missingOf({ owner, dueOn }: ActionItem): string {
  const missing = [...(owner === undefined ? ['owner'] : []), ...(dueOn === undefined ? ['due date'] : [])];
  return `_no ${missing.join(' and no ')}_`;
}
