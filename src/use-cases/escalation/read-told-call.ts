import type { Incident } from '../../domain/incident/incident.ts';
import type { Instant } from '../../domain/time.ts';
import { isQuiet, type TimelineEvent, type TimelineKind } from '../../domain/timeline/timeline-event.ts';
import type { Ports, Records } from '../ports.ts';
import { readMilestones } from '../timeline/read-milestones.ts';
import type { CallStory, ToldCall } from './caller.ts';
import { readCall } from './find-call.ts';
import type { CallRequest } from './keep-call.ts';

const LAST_EVENTS = 3;

/** As it was when they were called: a message that is brought up to date later tells them nothing more of the incident. */
export async function readToldCall(
  { database: { records }, clock }: Pick<Ports, 'database' | 'clock'>,
  request: CallRequest,
): Promise<ToldCall> {
  const found = await readCall(records, request);
  const { requestedAt } = found.escalation;
  const now = found.call.deliveredAt ?? clock.now();
  return { ...found, ...(await readCallStory(records, found.incident, { requestedAt, now })) };
}

/** What whoever is called then is told: how long it has been going on, and what happened last. */
export async function readCallStory(
  records: Records,
  incident: Incident,
  { requestedAt, now }: { readonly requestedAt: Instant; readonly now: Instant },
): Promise<CallStory> {
  const { milestones, events } = await readMilestones(records, incident);
  return {
    incident,
    since: milestones['impact-started'].at ?? incident.declaredAt,
    lastEvents: events
      .filter((event) => tellsTheStory(event, requestedAt) && event.recordedAt <= now)
      .slice(-LAST_EVENTS),
    now,
  };
}

/** That it was declared, and who was called, whoever is called hears anyway; what led to it they do not know. */
const UNTOLD: readonly TimelineKind[] = ['declared', 'called', 'acknowledged', 'passed-on', 'unanswered'];

function tellsTheStory({ kind, at, retractedAt }: TimelineEvent, requestedAt: Instant): boolean {
  const isUntold = UNTOLD.includes(kind) || (kind === 'escalation' && at >= requestedAt);
  return retractedAt === undefined && !isQuiet(kind) && !isUntold;
}
