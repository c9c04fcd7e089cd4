import type { Finding } from './finding.ts';
import { POSTMORTEM_SECTIONS, type Postmortem } from './postmortem.ts';
import { checkActionItems } from './rules/check-action-items.ts';
import { checkCauses } from './rules/check-causes.ts';
import { checkContradictions } from './rules/check-contradictions.ts';
import { checkGaps } from './rules/check-gaps.ts';
import { checkImpact } from './rules/check-impact.ts';
import { checkMitigations } from './rules/check-mitigations.ts';
import { checkResponse } from './rules/check-response.ts';

export type { Finding } from './finding.ts';

/** What a good postmortem has and this one lacks: first what must be mended, each level in reading order. */
export function checkPostmortem(postmortem: Postmortem): readonly Finding[] {
  const findings = [
    ...checkImpact(postmortem),
    ...checkResponse(postmortem),
    ...checkGaps(postmortem),
    ...checkContradictions(postmortem),
    ...checkMitigations(postmortem),
    ...checkCauses(postmortem),
    ...checkActionItems(postmortem),
  ];
  return findings.sort((a, b) => orderOf(a) - orderOf(b));
}

function orderOf({ level, section }: Finding): number {
  return (level === 'must' ? 0 : POSTMORTEM_SECTIONS.length) + POSTMORTEM_SECTIONS.indexOf(section);
}
