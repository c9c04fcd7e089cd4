import type { Incident } from '../../domain/incident/incident.ts';
import type { Gap } from '../../domain/postmortem/gaps/find-gaps.ts';
import { gapsAmong, gapsWithin } from '../../domain/postmortem/gaps/gaps-in.ts';
import { rankMessages } from '../../domain/postmortem/gaps/rank-messages.ts';
import { type Result, refuse } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import type { TimelineEvent } from '../../domain/timeline/timeline-event.ts';
import { attempt } from '../attempt.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import type { PrivatePlace } from '../conversation.ts';
import { enqueue } from '../enqueue.ts';
import { findIncidentHere, type NoIncidentHere } from '../incident/find-incident-here.ts';
import { maySee } from '../people/may-see.ts';
import type { Ports, Records } from '../ports.ts';
import type { RequesterInChannel } from '../request.ts';
import { readMilestones } from '../timeline/read-milestones.ts';
import type { ClaimedWork, Work } from '../work.ts';
import { readMissed } from './read-missed.ts';

/** Where somebody is in the list of what was said during a gap. */
export interface GapView {
  readonly gap: Gap;
  /** 0 is the first. */
  readonly page: number;
}

export interface LookIntoGap extends RequesterInChannel {
  readonly place: PrivatePlace;
  readonly view: GapView;
}

export type GapRefusal = AlreadyHandled | NoIncidentHere;

/** Somebody asks what happened while the timeline was silent. The answer is read as work: the channel may have to be. */
export async function lookIntoGap(ports: ChangePorts, request: LookIntoGap): Promise<Result<Incident, GapRefusal>> {
  return change<Incident, GapRefusal>(ports, request, async (records, now) => {
    const found = await findVisibleHere(records, request);
    if (found.ok) {
      await askToShowGap(records, found.value, { ...request, now });
    }
    return found;
  });
}

/** The incident whose channel this is; a private one only for those who are in it still. */
export async function findVisibleHere(
  records: Records,
  request: RequesterInChannel,
): Promise<Result<Incident, NoIncidentHere>> {
  const found = await findIncidentHere(records, request);
  return found.ok && !(await maySee(records, found.value, request.personId))
    ? refuse({ kind: 'no-incident-here', open: [] })
    : found;
}

export async function askToShowGap(
  records: Records,
  { id }: Incident,
  { place, view, now }: Pick<LookIntoGap, 'place' | 'view'> & { readonly now: Instant },
): Promise<void> {
  await enqueue(records, gapLane(id, place), now, { kind: 'show-gap', incidentId: id, place, ...view });
}

/** Each person's own, so that nobody waits for another's list. */
export function gapLane(id: Incident['id'], { personId }: Pick<PrivatePlace, 'personId'>): string {
  return `gap:${id}:${personId}`;
}

export async function showGap(
  ports: Pick<Ports, 'database' | 'directory' | 'messenger' | 'clock'>,
  { incidentId, place, gap, page }: Extract<Work, { kind: 'show-gap' }>,
  claimed: ClaimedWork,
): Promise<void> {
  const { records } = ports.database;
  const incident = await records.incidents.find(incidentId);
  if (incident === undefined || !(await maySee(records, incident, place.personId))) {
    return;
  }
  const { messages, people, reach } = await readMissed(ports, incident, gap);
  const { events, milestones } = await readMilestones(records, incident);
  const told = events.filter(({ retractedAt }) => retractedAt === undefined);
  const byMessage = new Map(events.flatMap((event) => keyed(event, incident)));
  const listed = rankMessages(messages).map(({ message, cues }) => ({
    ...{ message, cues },
    saidBy: (message.saidBy && people.get(message.saidBy)?.name) ?? 'somebody',
    event: byMessage.get(message.key),
  }));
  const { severity } = incident;
  const left = gapsWithin(gapsAmong(told, { endedAt: milestones.resolved.at, severity }), gap);
  const shown = { incident, gap, page, messages: listed, left, reach, now: ports.clock.now() };
  await ports.messenger.showGap(place, shown, attempt(claimed));
}

function keyed(event: TimelineEvent, { channel }: Incident): readonly (readonly [string, TimelineEvent])[] {
  const { message } = event;
  return message !== undefined && message.channel === channel ? [[message.key, event]] : [];
}
