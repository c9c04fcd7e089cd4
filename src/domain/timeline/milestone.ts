import type { Escalation } from '../escalation/escalation.ts';
import type { PersonId, TimelineEventId } from '../ids.ts';
import type { Incident } from '../incident/incident.ts';
import type { Instant } from '../time.ts';
import type { TimelineEvent } from './timeline-event.ts';

/** In the order in which they usually come. */
export const MILESTONES = ['impact-started', 'detected', 'declared', 'acknowledged', 'mitigated', 'resolved'] as const;

/** Those that people set; the declaration is the one that Faultline saw itself. */
export const SETTABLE_MILESTONES = ['impact-started', 'detected', 'acknowledged', 'mitigated', 'resolved'] as const;

export type MilestoneName = (typeof MILESTONES)[number];
export type SettableMilestone = (typeof SETTABLE_MILESTONES)[number];

/** What somebody said of one milestone. The newest word that counts holds; the earlier ones are its history. */
export interface MilestoneEntry {
  readonly name: SettableMilestone;
  /** Missing where it was taken back: nobody knows. */
  readonly at: Instant | undefined;
  /** Not seen by anybody, but worked out or guessed. */
  readonly isEstimated: boolean;
  /** The event that was said to be it, whose time it takes, corrected or not. */
  readonly eventId: TimelineEventId | undefined;
  readonly setBy: PersonId;
  readonly setAt: Instant;
}

export interface Milestone {
  readonly name: MilestoneName;
  /** Missing where nobody has said it; never taken from another milestone. */
  readonly at: Instant | undefined;
  readonly isEstimated: boolean;
  readonly eventId: TimelineEventId | undefined;
}

export type Milestones = Readonly<Record<MilestoneName, Milestone>>;

/** What milestones are read from. */
export interface MilestoneSources {
  readonly incident: Pick<Incident, 'declaredAt' | 'resolvedAt'>;
  /** In order. */
  readonly events: readonly TimelineEvent[];
  /** Whichever of them was answered first: help was there. */
  readonly escalations: readonly Escalation[];
  /** In the order in which they were said. */
  readonly milestones: readonly MilestoneEntry[];
}

/**
 * Each milestone as it holds now: what people said of it last, be it that nobody knows, else what the record itself shows
 * of it, else nothing. What was said of an event counts only while that event does, and a resolution only while the
 * incident is resolved.
 */
export function milestonesOf(sources: MilestoneSources): Milestones {
  const { incident, events, escalations } = sources;
  const detection = events.find(({ kind, retractedAt }) => kind === 'detected' && retractedAt === undefined);
  return {
    'impact-started': said(sources, 'impact-started') ?? seen('impact-started', undefined),
    detected: said(sources, 'detected') ?? seen('detected', detection?.at, detection?.id),
    declared: seen('declared', incident.declaredAt),
    acknowledged: said(sources, 'acknowledged') ?? seen('acknowledged', firstAnswer(escalations)),
    mitigated: said(sources, 'mitigated') ?? seen('mitigated', undefined),
    resolved: resolution(sources),
  };
}

function firstAnswer(escalations: readonly Escalation[]): Instant | undefined {
  return escalations.flatMap(({ acknowledgedAt }) => acknowledgedAt ?? []).sort()[0];
}

/** What was taken back before it was resolved, as reopening does, says nothing of this resolution. */
function resolution(sources: MilestoneSources): Milestone {
  const { resolvedAt } = sources.incident;
  const entry = historyOf(sources.milestones, 'resolved').at(-1);
  const isStale = entry?.at === undefined && (entry?.setAt ?? '') <= (resolvedAt ?? '');
  const known = resolvedAt === undefined || isStale ? undefined : said(sources, 'resolved');
  return known ?? seen('resolved', resolvedAt);
}

/** Of one milestone, in the order in which they were said. */
export function historyOf(entries: readonly MilestoneEntry[], name: MilestoneName): readonly MilestoneEntry[] {
  return entries.filter((entry) => entry.name === name);
}

function said({ milestones, events }: MilestoneSources, name: SettableMilestone): Milestone | undefined {
  for (const { at, isEstimated, eventId } of historyOf(milestones, name).toReversed()) {
    const event = events.find(({ id }) => id === eventId);
    const counts = eventId === undefined || (event !== undefined && event.retractedAt === undefined);
    if (counts) {
      return at === undefined ? seen(name, undefined) : { name, at: event?.at ?? at, isEstimated, eventId };
    }
  }
  return undefined;
}

function seen(name: MilestoneName, at: Instant | undefined, eventId?: TimelineEventId): Milestone {
  return { name, at, isEstimated: false, eventId };
}
