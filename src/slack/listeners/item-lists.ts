import { accept, type Result } from '../../domain/result.ts';
import { chooseIncident } from '../../use-cases/action-items/choose-incident.ts';
import { listItems } from '../../use-cases/action-items/list-items.ts';
import type { Ports } from '../../use-cases/ports.ts';
import type { Message } from '../blocks/layout.ts';
import type { Refusal } from '../explain.ts';
import { buttons } from '../identifiers.ts';
import { ITEMS_PAGE, itemList } from '../messages/item-list.ts';
import { type ItemView, MINE, readItemView } from '../messages/item-view.ts';
import { type Answer, type Command, type Feature, redraw, say, sayNo } from './feature.ts';
import { readItemFilter } from './read-item-filter.ts';

/** Looking through action items: one's own, an incident's, everybody's. */
export function itemListFeature(ports: Ports): Feature {
  const turn = async (press: Asker & { readonly value: string }) =>
    redraw(await list(ports, press, readItemView(press.value)));
  return {
    verbs: {
      mine: async (command) => say(await list(ports, command, MINE)),
      actions: (command) => open(ports, command),
    },
    buttons: {
      [buttons.itemPage]: turn,
      [buttons.itemFilter]: turn,
      [buttons.showItems]: async (press) => say(await list(ports, press, readItemView(press.value))),
    },
  };
}

type Asker = Parameters<typeof listItems>[1];

async function list(ports: Ports, asker: Asker, { page, ...filter }: ItemView): Promise<Message> {
  return itemList(await listItems(ports, asker, { filter, page, most: ITEMS_PAGE }));
}

async function open(ports: Ports, command: Command): Promise<Answer> {
  const view = await readView(ports, command);
  return view.ok ? say(await list(ports, command, view.value)) : sayNo(view.refusal);
}

async function readView(ports: Ports, command: Command): Promise<Result<ItemView, Refusal>> {
  const typed = readItemFilter(command);
  if (!typed.ok) {
    return typed;
  }
  const { show = 'open', owner: whose, incidentNumber } = typed.value;
  const incident = await chooseIncident(ports, command, incidentNumber);
  return incident.ok ? accept({ page: 0, show, whose, incidentId: incident.value }) : incident;
}
