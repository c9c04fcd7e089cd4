import { millisecondsBetween } from '../../time.ts';
import type { Milestones } from '../../timeline/milestone.ts';
import type { Figure, FigureEnd, FigureName } from '../postmortem.ts';
import type { IncidentRecord } from '../record.ts';

/** `escalated` is the first call of the incident, whether or not that one was answered. */
export function draftFigures(record: IncidentRecord, milestones: Milestones): readonly Figure[] {
  const { 'impact-started': started, detected, declared, acknowledged, mitigated } = milestones;
  const firstCall: FigureEnd = { name: 'escalated', at: record.escalations[0]?.requestedAt, isEstimated: false };
  return [
    figure('time-to-detect', started, detected),
    figure('time-to-declare', detected, declared),
    figure('time-to-acknowledge', firstCall, acknowledged),
    figure('time-to-mitigate', started, mitigated),
    draftTimeToResolve(milestones),
  ];
}

/** How long users were hurt. */
export function draftTimeToResolve(milestones: Milestones): Figure {
  return figure('time-to-resolve', milestones['impact-started'], milestones.resolved);
}

function figure(name: FigureName, from: FigureEnd, to: FigureEnd): Figure {
  const known = from.at !== undefined && to.at !== undefined;
  return {
    name,
    from: end(from),
    to: end(to),
    milliseconds: known ? millisecondsBetween(from.at, to.at) : undefined,
  };
}

function end({ name, at, isEstimated }: FigureEnd): FigureEnd {
  return { name, at, isEstimated };
}
