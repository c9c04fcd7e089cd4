import type { NarrativeSection } from '../narrative.ts';
import type { PostmortemSection } from '../postmortem.ts';

/** Of what people write: the same in forms, on buttons and in every form of the document. */
export const NARRATIVE_TITLES: Readonly<Record<NarrativeSection, string>> = {
  summary: 'Summary',
  'customer-impact': 'Impact on customers',
  affected: 'How many were affected',
  'business-impact': 'Impact on the business',
  detection: 'Detection',
  'root-cause': 'Root cause',
  'contributing-factors': 'Contributing factors',
  resolution: 'Resolution',
  lessons: 'Lessons',
  'went-well': 'What went well',
  'went-badly': 'What went badly',
  'got-lucky': 'Where we got lucky',
  'internal-communication': 'Internal communication',
  'external-communication': 'External communication',
};

export const SECTION_TITLES: Readonly<Record<PostmortemSection, string>> = {
  summary: NARRATIVE_TITLES.summary,
  impact: 'Impact',
  detection: NARRATIVE_TITLES.detection,
  timeline: 'Timeline',
  'root-causes': 'Root causes',
  'misleading-paths': 'Misleading paths',
  escalations: 'Escalations',
  resolution: NARRATIVE_TITLES.resolution,
  'action-items': 'Action items',
  lessons: NARRATIVE_TITLES.lessons,
  communication: 'Communication',
  people: 'People',
  figures: 'Figures',
};
