import type { PostmortemSection } from '../postmortem.ts';

export const SECTION_TITLES: Readonly<Record<PostmortemSection, string>> = {
  summary: 'Summary',
  impact: 'Impact',
  detection: 'Detection',
  timeline: 'Timeline',
  'root-causes': 'Root causes',
  'misleading-paths': 'Misleading paths',
  escalations: 'Escalations',
  resolution: 'Resolution',
  'action-items': 'Action items',
  lessons: 'Lessons',
  communication: 'Communication',
  people: 'People',
  figures: 'Figures',
};
