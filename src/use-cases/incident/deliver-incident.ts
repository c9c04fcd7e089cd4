import type { IncidentId, PersonId } from '../../domain/ids.ts';
import { channelName } from '../../domain/incident/channel-name.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { accept } from '../../domain/result.ts';
import type { TimelineEvent } from '../../domain/timeline/timeline-event.ts';
import { attempt } from '../attempt.ts';
import { enqueue } from '../enqueue.ts';
import { showCalls } from '../escalation/follow-answer.ts';
import { DeliveryError, type Ports, type Records } from '../ports.ts';
import { linkEvent } from '../timeline/link-event.ts';
import type { AnswerTo, ClaimedWork, Work } from '../work.ts';
import { readIncidentState } from './read-incident-state.ts';

type DeliveryPorts = Pick<Ports, 'database' | 'messenger' | 'policy' | 'calendarOf' | 'clock' | 'wake'>;

/** Opens the incident's channel, then asks for all that belongs in it, what people wait for first. */
export async function openChannel(
  ports: DeliveryPorts,
  request: { readonly incidentId: IncidentId; readonly answerTo: AnswerTo | undefined },
  claimed: ClaimedWork,
): Promise<void> {
  const { incidentId, answerTo } = request;
  const incident = await readIncident(ports, incidentId);
  if (incident.channel !== undefined) {
    return;
  }
  const name = channelName(ports.policy.channelName, incident);
  const channel = await ports.messenger.openChannel(incident, name, attempt(claimed));

  await changeIncident(ports, incidentId, async (current, records) => {
    await enqueue(
      records,
      incidentId,
      ports.clock.now(),
      ...(answerTo === undefined ? [] : toDeclarer(incident, answerTo)),
      { kind: 'post-card', incidentId },
      { kind: 'set-topic', incidentId },
      { kind: 'announce', incidentId },
    );
    for (const escalation of await records.escalations.list(incidentId)) {
      await showCalls(records, escalation, ports.clock.now());
    }
    return { ...current, channel };
  });
  ports.wake();
}

function toDeclarer({ id, declaredBy }: Incident, answerTo: AnswerTo): readonly Work[] {
  return [
    { kind: 'invite', incidentId: id, personId: declaredBy },
    { kind: 'tell-declarer', incidentId: id, answerTo },
  ];
}

export async function invite(
  ports: DeliveryPorts,
  request: { readonly incidentId: IncidentId; readonly personId: PersonId },
): Promise<void> {
  const incident = await readIncident(ports, request.incidentId);
  if (incident.channel === undefined) {
    throw new DeliveryError({ sort: 'again-later', reason: 'channel_not_open_yet' });
  }
  await ports.messenger.invite(incident.channel, request.personId);
}

export async function tellDeclarer(
  ports: DeliveryPorts,
  request: { readonly incidentId: IncidentId; readonly answerTo: AnswerTo },
  claimed: ClaimedWork,
): Promise<void> {
  const incident = await readIncident(ports, request.incidentId);
  await ports.messenger.tellDeclarer(request.answerTo, incident, attempt(claimed));
}

export async function postCard(ports: DeliveryPorts, id: IncidentId, claimed: ClaimedWork): Promise<void> {
  const incident = await readIncident(ports, id);
  if (incident.channel !== undefined && incident.card === undefined) {
    const state = await readIncidentState(ports, incident);
    const card = await ports.messenger.postCard(incident.channel, state, attempt(claimed));
    const events = await ports.database.records.timeline.list(id);
    for (const event of events.filter((one) => isOfDeclaration(one, incident))) {
      await linkEvent(ports, event.id, card);
    }
    await changeIncident(ports, id, async (current, records) => {
      await enqueue(records, id, ports.clock.now(), { kind: 'pin-card', incidentId: id });
      return { ...current, card };
    });
    ports.wake();
  }
}

/** What was noted by declaring it: that it was declared, and of an alert what was detected. The card tells both. */
function isOfDeclaration({ kind, recordedAt }: TimelineEvent, { declaredAt }: Incident): boolean {
  return (kind === 'declared' || kind === 'detected') && recordedAt === declaredAt;
}

/** A workspace may not allow pins: work of its own, so that the card is kept all the same. */
export async function pinCard(ports: DeliveryPorts, id: IncidentId): Promise<void> {
  const { card } = await readIncident(ports, id);
  if (card !== undefined) {
    await ports.messenger.pinCard(card);
  }
}

/** Tells the policy's channel. A private incident is announced nowhere. */
export async function announce(ports: DeliveryPorts, id: IncidentId, claimed: ClaimedWork): Promise<void> {
  const incident = await readIncident(ports, id);
  const { announcementChannel } = ports.policy;
  if (announcementChannel === undefined || incident.isPrivate || incident.announcement !== undefined) {
    return;
  }
  const state = await readIncidentState(ports, incident);
  const announcement = await ports.messenger.announce(announcementChannel, state, attempt(claimed));
  await changeIncident(ports, id, async (current) => ({ ...current, announcement }));
}

export async function readIncident(ports: Pick<Ports, 'database'>, id: IncidentId): Promise<Incident> {
  const incident = await ports.database.records.incidents.find(id);
  if (incident === undefined) {
    throw new Error(`no incident ${id}`);
  }
  return incident;
}

export async function changeIncident(
  ports: Pick<Ports, 'database'>,
  id: IncidentId,
  update: (current: Incident, records: Records) => Promise<Incident>,
): Promise<void> {
  await ports.database.transaction(async (records) => {
    const current = await records.incidents.find(id);
    if (current !== undefined) {
      await records.incidents.save(await update(current, records));
    }
    return accept(undefined);
  });
}
