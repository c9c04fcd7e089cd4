import { oneLine } from '../../shorten.ts';
import type { ActionItemGroup, ActionItemLine } from '../postmortem.ts';
import { nameOfActionItemKind } from './names-of-kinds.ts';
import type { Block, Cell } from './outline.ts';
import { outlineSource } from './outline-source.ts';

const COLUMNS = ['What', 'Owner', 'Due', 'Priority', 'Done when', 'Status'];

/** Nothing where there are none. */
export function outlineActionItems(groups: readonly ActionItemGroup[]): readonly Block[] {
  return groups.flatMap(({ kind, items }): readonly Block[] => [
    { kind: 'label', text: nameOfActionItemKind(kind) },
    { kind: 'table', columns: COLUMNS, rows: items.map(outlineActionItem) },
  ]);
}

function outlineActionItem(item: ActionItemLine): readonly Cell[] {
  return [
    { text: item.title, sources: [outlineSource(item.source)] },
    cell(item.owner, 'no owner'),
    cell(item.dueOn, 'no date'),
    cell(item.priority, 'none'),
    cell(item.doneWhen, 'not said'),
    { text: statusOf(item) },
  ];
}

/** `won’t do: the service goes away in June` */
function statusOf({ status, reason }: ActionItemLine): string {
  if (status !== 'wont-do') {
    return status;
  }
  return reason === undefined ? 'won’t do' : `won’t do: ${oneLine(reason)}`;
}

function cell(text: string | undefined, otherwise: string): Cell {
  return text === undefined ? { text: otherwise, isGap: true } : { text };
}
