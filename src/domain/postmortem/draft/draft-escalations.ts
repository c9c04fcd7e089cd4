import type { Escalation, EscalationTarget } from '../../escalation/escalation.ts';
import { type Instant, millisecondsBetween } from '../../time.ts';
import type { TimelineEvent } from '../../timeline/timeline-event.ts';
import type { IncidentRecord } from '../record.ts';
import { type Source, sourceOf, sourceTyped } from '../source.ts';
import type { Escalations, TrackedEscalation } from '../told-escalations.ts';
import { draftCalls } from './draft-calls.ts';
import { draftLine } from './draft-timeline.ts';
import type { Names } from './names-in.ts';

/** An escalation that Faultline tracked also stands on the timeline; it is told once, with all that came of it. */
export function draftEscalations(record: IncidentRecord, names: Names): Escalations {
  const { events, escalations } = record;
  const tracked = new Set(escalations.map(({ eventId }) => eventId));
  const logged = events.filter(({ kind, id }) => kind === 'escalation' && !tracked.has(id));
  const moments = [...escalations.map(({ requestedAt }) => requestedAt), ...logged.map(({ at }) => at)];
  const misled = (at: Instant) => misleadingPathsBefore(events, moments, at).map((event) => draftLine(event, names));
  return {
    tracked: escalations.map((escalation) => ({
      ...draftEscalation(escalation, events, names),
      misleadingPaths: misled(escalation.requestedAt),
    })),
    logged: logged.map((event) => ({ event: draftLine(event, names), misleadingPaths: misled(event.at) })),
  };
}

/** Those that were believed since the moment before; whoever was called at the same moment was called after the same. */
function misleadingPathsBefore(
  events: readonly TimelineEvent[],
  moments: readonly Instant[],
  at: Instant,
): readonly TimelineEvent[] {
  const since = moments
    .filter((moment) => moment < at)
    .sort()
    .at(-1);
  return events.filter(
    (event) => event.kind === 'misleading-path' && event.at <= at && (since === undefined || event.at > since),
  );
}

function draftEscalation(
  escalation: Escalation,
  events: readonly TimelineEvent[],
  names: Names,
): Omit<TrackedEscalation, 'misleadingPaths'> {
  const { requestedAt, acknowledgedBy, acknowledgedAt, state, eventId } = escalation;
  const about = events.filter((event) => eventId !== undefined && event.about === eventId);
  return {
    target: nameOf(escalation.target, names),
    reason: escalation.reason,
    isUrgent: escalation.isUrgent,
    requestedBy: names.ofPerson(escalation.requestedBy),
    requestedAt,
    state,
    acknowledgedBy: acknowledgedBy === undefined ? undefined : names.ofPerson(acknowledgedBy),
    acknowledgedAt,
    millisecondsToAcknowledge:
      acknowledgedAt === undefined ? undefined : millisecondsBetween(requestedAt, acknowledgedAt),
    takenOver: draftTakenOver(escalation, about, names),
    isLeft: acknowledgedAt !== undefined && escalation.heldBy === undefined,
    unansweredAt: unansweredSince(about),
    endedAt: escalation.endedAt,
    calls: draftCalls(escalation, names),
    source: escalationSource(escalation, events, names),
  };
}

/** The message that shows the call in the channel, and with it whoever was called and answered. */
export function escalationSource(
  { eventId, requestedBy }: Escalation,
  events: readonly TimelineEvent[],
  names: Names,
): Source {
  const event = events.find(({ id }) => id === eventId);
  return event === undefined ? sourceTyped(names.ofPerson(requestedBy)) : sourceOf(event, names);
}

function nameOf(target: EscalationTarget, names: Names): string {
  return target.kind === 'policy' ? `policy ${target.name}` : names.ofParty(target);
}

/** An answer, were it late, ends it. */
function unansweredSince(about: readonly TimelineEvent[]): Instant | undefined {
  const last = about.findLast(({ kind }) => kind === 'unanswered' || kind === 'acknowledged');
  return last?.kind === 'unanswered' ? last.at : undefined;
}

/** They may have said again since that they are still on it; the timeline has when they took it over. */
function draftTakenOver(
  { acknowledgedBy, heldBy, heldSince }: Escalation,
  about: readonly TimelineEvent[],
  names: Names,
): TrackedEscalation['takenOver'] {
  if (heldBy === undefined || heldSince === undefined || heldBy === acknowledgedBy) {
    return undefined;
  }
  const passed = about.findLast(({ kind }) => kind === 'passed-on' || kind === 'called')?.at ?? '';
  const taken = about.find(({ kind, saidBy, at }) => kind === 'acknowledged' && saidBy === heldBy && at >= passed);
  return { by: names.ofPerson(heldBy), at: taken?.at ?? heldSince };
}
