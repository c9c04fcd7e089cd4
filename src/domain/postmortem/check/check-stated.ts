import { POSTMORTEM_SECTIONS } from '../postmortem.ts';
import type { Finding } from './finding.ts';
import { LEVELS } from './rule.ts';
import { RULES } from './rules.ts';
import type { StatedPostmortem } from './stated-postmortem.ts';

/** What a good postmortem has and this one lacks: first what must be mended, each level in reading order. */
export function checkStated(stated: StatedPostmortem): readonly Finding[] {
  const findings = RULES.flatMap(({ id, level, why, isForAuthor = false, check }) =>
    check(stated).map(
      ({ place, text, level: here = level }): Finding => ({ rule: id, level: here, why, isForAuthor, place, text }),
    ),
  );
  return findings.sort(inReadingOrder);
}

function inReadingOrder(one: Finding, other: Finding): number {
  return (
    LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level) ||
    (one.place.line ?? 0) - (other.place.line ?? 0) ||
    POSTMORTEM_SECTIONS.indexOf(one.place.section) - POSTMORTEM_SECTIONS.indexOf(other.place.section)
  );
}
