import { ACTION_ITEM_KINDS, type ActionItem } from '../../action-items/action-item.ts';
import type { ActionItemGroup, ActionItemLine } from '../postmortem.ts';
import type { Names } from './names-in.ts';

export function draftActionItems(items: readonly ActionItem[], names: Names): readonly ActionItemGroup[] {
  return [...ACTION_ITEM_KINDS, undefined]
    .map((kind) => ({
      kind,
      items: items.filter((item) => item.kind === kind).map((item) => draftActionItem(item, names)),
    }))
    .filter((group) => group.items.length > 0);
}

function draftActionItem(item: ActionItem, names: Names): ActionItemLine {
  return {
    title: item.title,
    owner: item.owner === undefined ? undefined : names.ofParty(item.owner),
    dueOn: item.dueOn,
    doneWhen: item.doneWhen,
    status: item.status,
    permalink: item.permalink,
  };
}
