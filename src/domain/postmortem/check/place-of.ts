import type { PostmortemSection } from '../postmortem.ts';
import type { Place, ProsePart, Statement } from './stated-postmortem.ts';

/** Where a part stands in a postmortem. */
export const SECTION_OF_PART: Readonly<Record<ProsePart, PostmortemSection>> = {
  summary: 'summary',
  'customer-impact': 'impact',
  affected: 'impact',
  'business-impact': 'impact',
  detection: 'detection',
  'root-cause': 'root-causes',
  'contributing-factors': 'root-causes',
  'misleading-paths': 'misleading-paths',
  escalation: 'escalations',
  resolution: 'resolution',
  lessons: 'lessons',
  'went-well': 'lessons',
  'went-badly': 'lessons',
  'got-lucky': 'lessons',
  'internal-communication': 'communication',
  'external-communication': 'communication',
};

/** Where a part stands, or would stand. */
export function placeOf(part: ProsePart, statements: readonly Statement[] = []): Place {
  return { section: SECTION_OF_PART[part], part, line: statements[0]?.place.line };
}

export function textOf(statements: readonly Statement[]): string {
  return statements.map(({ text }) => text).join('\n');
}
