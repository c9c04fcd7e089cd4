import { ACTION_ITEM_KINDS, type ActionItem } from '../../action-items/action-item.ts';
import type { ActionItemGroup, ActionItemLine } from '../postmortem.ts';
import type { IncidentRecord } from '../record.ts';
import { actionItemSource } from './draft-sources.ts';
import type { Names } from './names-in.ts';

export function draftActionItems(record: IncidentRecord, names: Names): readonly ActionItemGroup[] {
  return [...ACTION_ITEM_KINDS, undefined]
    .map((kind) => ({
      kind,
      items: record.actionItems
        .filter((item) => item.kind === kind)
        .map((item) => draftActionItem(item, record, names)),
    }))
    .filter((group) => group.items.length > 0);
}

function draftActionItem(item: ActionItem, { events, givenUp }: IncidentRecord, names: Names): ActionItemLine {
  return {
    title: item.title,
    owner: item.owner === undefined ? undefined : names.ofParty(item.owner),
    dueOn: item.dueOn,
    doneWhen: item.doneWhen,
    priority: item.priority,
    status: item.status,
    reason: item.status === 'wont-do' ? givenUp.get(item.id) : undefined,
    ticket: item.ticket,
    source: actionItemSource(item, events, names),
  };
}
