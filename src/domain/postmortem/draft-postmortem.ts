import { incidentName } from '../incident/incident.ts';
import { calendarDateAt } from '../time.ts';
import { milestonesOf } from '../timeline/milestone.ts';
import type { TimelineKind } from '../timeline/timeline-event.ts';
import { draftActionItems } from './draft/draft-action-items.ts';
import { draftAnswers } from './draft/draft-answers.ts';
import { draftAuthors } from './draft/draft-authors.ts';
import { draftEscalations } from './draft/draft-escalations.ts';
import { type Drafted, draftFigures, draftTimeToResolve } from './draft/draft-figures.ts';
import { draftPeople } from './draft/draft-people.ts';
import { draftReview } from './draft/draft-review.ts';
import { linkMoves, milestoneSources } from './draft/draft-sources.ts';
import { draftDays, draftLine } from './draft/draft-timeline.ts';
import { namesIn } from './draft/names-in.ts';
import type { NarrativeSection } from './narrative.ts';
import type { Postmortem, PostmortemHeader, TimelineLine } from './postmortem.ts';
import type { IncidentRecord } from './record.ts';

/** Arranges what is known; adds nothing to it. */
export function draftPostmortem(given: IncidentRecord): Postmortem {
  const record = { ...given, events: linkMoves(given.events) };
  const { incident } = record;
  const names = namesIn(record.people);
  const milestones = milestonesOf(record);
  const sources = milestoneSources(record, milestones, names);
  const lines = record.events.map((event) => draftLine(event, names));
  const written = (section: NarrativeSection) => narrativeOf(record, section);
  return {
    header: draftHeader({ record, milestones, sources, names }),
    summary: written('summary') ?? presentText(incident.summary),
    impact: {
      customer: written('customer-impact'),
      affected: written('affected'),
      business: written('business-impact'),
      startedAt: milestones['impact-started'].at,
      isStartEstimated: milestones['impact-started'].isEstimated,
      startSource: sources['impact-started'],
      endedAt: milestones.resolved.at,
      isEndEstimated: milestones.resolved.isEstimated,
      endSource: sources.resolved,
    },
    detection: { story: written('detection'), event: lines.find(({ kind }) => kind === 'detected') },
    timeline: draftDays(
      record.events.map((event) => draftLine(event, names, record.images)),
      record.zone,
    ),
    rootCauses: {
      technical: written('root-cause'),
      contributingFactors: written('contributing-factors'),
      found: ofKinds(lines, ['cause-found']),
    },
    misleadingPaths: ofKinds(lines, ['misleading-path']),
    escalations: draftEscalations(record, names),
    resolution: { story: written('resolution'), steps: ofKinds(lines, ['mitigation', 'resolution']) },
    actionItems: draftActionItems(record, names),
    lessons: {
      learned: written('lessons'),
      wentWell: written('went-well'),
      wentBadly: written('went-badly'),
      gotLucky: written('got-lucky'),
    },
    communication: {
      internal: written('internal-communication'),
      external: written('external-communication'),
      events: ofKinds(lines, ['communication', 'update-sent']),
    },
    people: draftPeople(record, names),
    figures: draftFigures({ record, milestones, sources, names }),
    answers: draftAnswers(record.escalations),
    authors: draftAuthors(record, names),
  };
}

function draftHeader({ record, milestones, sources, names }: Drafted): PostmortemHeader {
  const { incident, zone } = record;
  return {
    name: incidentName(incident),
    title: incident.title,
    severity: incident.severity,
    status: incident.status,
    date: calendarDateAt(milestones['impact-started'].at ?? incident.declaredAt, zone),
    zone,
    duration: draftTimeToResolve(milestones, sources),
    declaredBy: names.ofPerson(incident.declaredBy),
    declaredAt: incident.declaredAt,
    declarationSource: sources.declared,
    isPrivate: incident.isPrivate,
    isDrill: incident.isDrill,
    review: draftReview(record, names),
  };
}

/** The newest text of a section, should the record hold several. */
function narrativeOf(record: IncidentRecord, section: NarrativeSection): string | undefined {
  const entry = record.narrative.findLast((candidate) => candidate.section === section);
  return entry === undefined ? undefined : presentText(entry.text);
}

function presentText(text: string): string | undefined {
  const trimmed = text.trim();
  return trimmed === '' ? undefined : trimmed;
}

function ofKinds(lines: readonly TimelineLine[], kinds: readonly TimelineKind[]): readonly TimelineLine[] {
  return lines.filter(({ kind }) => kinds.includes(kind));
}
