import type { ActionItem } from '../../domain/action-items/action-item.ts';
import type { ItemOfIncident } from '../../domain/action-items/item-of-incident.ts';
import { type Incident, incidentName } from '../../domain/incident/incident.ts';
import { knowPeople } from '../people/know-people.ts';
import type { Ports } from '../ports.ts';
import type { TicketContent, TicketOwner } from '../tracker-port.ts';

export type ContentPorts = Pick<Ports, 'database' | 'directory' | 'caller'>;

/** An item as others read it: of a private incident they hear nothing but its number. */
export async function ticketContent(ports: ContentPorts, { item, incident }: ItemOfIncident): Promise<TicketContent> {
  return {
    actionItemId: item.id,
    title: item.title,
    kind: item.kind,
    priority: item.priority,
    doneWhen: item.doneWhen,
    dueOn: item.dueOn,
    owner: await ownerOf(ports, item, incident),
    why: whyOf(incident),
    links: incident.isPrivate ? [] : linksOf(ports, item, incident),
  };
}

function whyOf(incident: Incident): string {
  const { isDrill, isPrivate, severity, title } = incident;
  const drill = isDrill ? 'Drill ' : '';
  return `${drill}${severity} ${incidentName(incident)}: ${isPrivate ? 'a private incident' : title}`;
}

function linksOf({ caller }: ContentPorts, { permalink }: ActionItem, { channel }: Incident): TicketContent['links'] {
  return [
    ...(channel === undefined
      ? []
      : [{ label: 'The channel of the incident, with its postmortem', url: caller.linkToChannel(channel) }]),
    ...(permalink === undefined ? [] : [{ label: 'The message that it was made from', url: permalink }]),
  ];
}

async function ownerOf(
  ports: ContentPorts,
  { owner }: ActionItem,
  { teamId }: Incident,
): Promise<TicketOwner | undefined> {
  if (owner === undefined || owner.kind === 'group') {
    return owner && { name: `@${owner.handle}`, email: undefined };
  }
  const person = (await knowPeople(ports, teamId, [owner.id])).get(owner.id);
  return person && { name: person.name, email: await ports.directory.findEmail(owner.id) };
}
