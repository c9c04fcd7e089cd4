import type { MessageRef, TimelineEventId } from '../../domain/ids.ts';
import { accept } from '../../domain/result.ts';
import type { TimelineEvent } from '../../domain/timeline/timeline-event.ts';
import type { Ports, Records } from '../ports.ts';
import { askToKeepInStep } from '../postmortem/ask-to-keep-in-step.ts';

type LinkPorts = Pick<Ports, 'database' | 'messenger'>;

/** An event that no message was tagged for is found where the channel was told of it. Undefined: work of before, that has none. */
export async function linkEvent(ports: LinkPorts, id: TimelineEventId | undefined, message: MessageRef): Promise<void> {
  const permalink = ports.messenger.linkTo(message);
  await changeEvent(ports, id, (event) => ({ ...event, permalink: event.permalink ?? permalink }));
}

/** The same, where the message is the event's own line, which is corrected with it. */
export async function keepLine(ports: LinkPorts, id: TimelineEventId, line: MessageRef): Promise<void> {
  const permalink = ports.messenger.linkTo(line);
  await changeEvent(ports, id, (event) => ({ ...event, line, permalink: event.permalink ?? permalink }));
}

async function changeEvent(
  { database }: LinkPorts,
  id: TimelineEventId | undefined,
  change: (event: TimelineEvent) => TimelineEvent,
): Promise<void> {
  await database.transaction(async (records) => {
    const current = id === undefined ? undefined : await records.timeline.find(id);
    if (current !== undefined) {
      const changed = change(current);
      await records.timeline.save(changed);
      if (changed.permalink !== current.permalink) {
        await showLink(records, changed);
      }
    }
    return accept(undefined);
  });
}

/** What already told of the event, without its link, tells it again. */
async function showLink(records: Records, { incidentId, recordedAt }: TimelineEvent): Promise<void> {
  const incident = await records.incidents.find(incidentId);
  if (incident !== undefined) {
    await askToKeepInStep(records, incident, recordedAt);
  }
}
