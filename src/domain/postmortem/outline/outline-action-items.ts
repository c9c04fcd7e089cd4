import { oneLine } from '../../shorten.ts';
import type { ActionItemGroup, ActionItemLine } from '../postmortem.ts';
import { nameOfActionItemKind } from './names-of-kinds.ts';
import type { Block, Cell } from './outline.ts';
import { outlineSource } from './outline-source.ts';

const COLUMNS = ['What', 'Owner', 'Due', 'Priority', 'Done when', 'Status'];
const COLUMNS_WITH_TICKETS = [...COLUMNS, 'Ticket'];

/** Nothing where there are none; tickets where any of them has one. */
export function outlineActionItems(groups: readonly ActionItemGroup[]): readonly Block[] {
  const hasTickets = groups.some(({ items }) => items.some(({ ticket }) => ticket !== undefined));
  return groups.flatMap(({ kind, items }): readonly Block[] => [
    { kind: 'label', text: nameOfActionItemKind(kind) },
    {
      kind: 'table',
      columns: hasTickets ? COLUMNS_WITH_TICKETS : COLUMNS,
      rows: items.map((item) => [...outlineActionItem(item), ...(hasTickets ? [ticketOf(item)] : [])]),
    },
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

function ticketOf({ ticket }: ActionItemLine): Cell {
  if (ticket === undefined) {
    return cell(undefined, 'none');
  }
  return ticket.isGone ? { text: `${ticket.key} (gone)` } : { text: ticket.key, href: ticket.url };
}

function cell(text: string | undefined, otherwise: string): Cell {
  return text === undefined ? { text: otherwise, isGap: true } : { text };
}
