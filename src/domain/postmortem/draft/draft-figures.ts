import type { Incident } from '../../incident/incident.ts';
import { type Instant, millisecondsBetween } from '../../time.ts';
import type { Figure, FigureName, Milestone, MilestoneName } from '../postmortem.ts';
import type { IncidentRecord } from '../record.ts';

export function draftFigures(record: IncidentRecord): readonly Figure[] {
  const { incident } = record;
  const firstCall = record.escalations[0];
  const detected = milestone('detected', record.events.find(({ kind }) => kind === 'detected')?.at);
  return [
    figure('time-to-detect', impactStarted(incident), detected),
    figure('time-to-declare', detected, milestone('declared', incident.declaredAt)),
    figure(
      'time-to-acknowledge',
      milestone('escalated', firstCall?.requestedAt),
      milestone('acknowledged', firstCall?.acknowledgedAt),
    ),
    draftTimeToResolve(incident),
  ];
}

/** How long users were hurt. */
export function draftTimeToResolve(incident: Incident): Figure {
  return figure('time-to-resolve', impactStarted(incident), milestone('resolved', incident.resolvedAt));
}

function impactStarted(incident: Incident): Milestone {
  return milestone('impact-started', incident.impactStartedAt);
}

function milestone(name: MilestoneName, at: Instant | undefined): Milestone {
  return { name, at };
}

function figure(name: FigureName, from: Milestone, to: Milestone): Figure {
  const known = from.at !== undefined && to.at !== undefined;
  return { name, from, to, milliseconds: known ? millisecondsBetween(from.at, to.at) : undefined };
}
