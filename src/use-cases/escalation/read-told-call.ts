import type { Escalation } from '../../domain/escalation/escalation.ts';
import { isQuiet, type TimelineEvent, type TimelineKind } from '../../domain/timeline/timeline-event.ts';
import type { Ports } from '../ports.ts';
import { readMilestones } from '../timeline/read-milestones.ts';
import type { ToldCall } from './caller.ts';
import { readCall } from './find-call.ts';
import type { CallRequest } from './keep-call.ts';

const LAST_EVENTS = 3;

/** What whoever is called is told: how long it has been going on, and what happened last. */
export async function readToldCall(
  { database, clock }: Pick<Ports, 'database' | 'clock'>,
  request: CallRequest,
): Promise<ToldCall> {
  const found = await readCall(database.records, request);
  const { milestones, events } = await readMilestones(database.records, found.incident);
  return {
    ...found,
    since: milestones['impact-started'].at ?? found.incident.declaredAt,
    lastEvents: events.filter((event) => tellsTheStory(event, found.escalation)).slice(-LAST_EVENTS),
    now: clock.now(),
  };
}

/** Of calling and answering whoever is called hears anyway; what led to it they do not know. */
const OF_CALLS: readonly TimelineKind[] = ['called', 'acknowledged', 'passed-on', 'unanswered'];

function tellsTheStory({ kind, at, retractedAt }: TimelineEvent, { requestedAt }: Escalation): boolean {
  const isOfCalls = OF_CALLS.includes(kind) || (kind === 'escalation' && at >= requestedAt);
  return retractedAt === undefined && !isQuiet(kind) && !isOfCalls;
}
