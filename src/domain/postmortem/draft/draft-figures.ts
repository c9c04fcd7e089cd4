import { millisecondsBetween } from '../../time.ts';
import type { Milestone, MilestoneName, Milestones } from '../../timeline/milestone.ts';
import type { Figure, FigureEnd, FigureName } from '../postmortem.ts';
import type { IncidentRecord } from '../record.ts';
import { escalationSource } from './draft-escalations.ts';
import type { MilestoneSources } from './draft-sources.ts';
import type { Names } from './names-in.ts';

/** What is known before anything is arranged. */
export interface Drafted {
  readonly record: IncidentRecord;
  readonly milestones: Milestones;
  readonly sources: MilestoneSources;
  readonly names: Names;
}

/** `escalated` is the first call of the incident, whether or not that one was answered. */
export function draftFigures({ record, milestones, sources, names }: Drafted): readonly Figure[] {
  const end = (name: MilestoneName) => milestoneEnd(milestones[name], sources);
  return [
    figure('time-to-detect', end('impact-started'), end('detected')),
    figure('time-to-declare', end('detected'), end('declared')),
    figure('time-to-acknowledge', firstCall(record, names), end('acknowledged')),
    figure('time-to-mitigate', end('impact-started'), end('mitigated')),
    draftTimeToResolve(milestones, sources),
  ];
}

/** How long users were hurt. */
export function draftTimeToResolve(milestones: Milestones, sources: MilestoneSources): Figure {
  const { 'impact-started': started, resolved } = milestones;
  return figure('time-to-resolve', milestoneEnd(started, sources), milestoneEnd(resolved, sources));
}

function firstCall({ escalations, events }: IncidentRecord, names: Names): FigureEnd {
  const [first] = escalations;
  return {
    name: 'escalated',
    at: first?.requestedAt,
    isEstimated: false,
    source: first && escalationSource(first, events, names),
  };
}

function figure(name: FigureName, from: FigureEnd, to: FigureEnd): Figure {
  const isKnown = from.at !== undefined && to.at !== undefined;
  return { name, from, to, milliseconds: isKnown ? millisecondsBetween(from.at, to.at) : undefined };
}

function milestoneEnd({ name, at, isEstimated }: Milestone, sources: MilestoneSources): FigureEnd {
  return { name, at, isEstimated, source: sources[name] };
}
