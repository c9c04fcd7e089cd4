import { POSTMORTEM_SECTIONS } from '../postmortem.ts';
import type { Finding } from './finding.ts';
import { placeKeys } from './place-keys.ts';
import { LEVELS } from './rule.ts';
import { RULES } from './rules.ts';
import type { StatedPostmortem } from './stated-postmortem.ts';

/** What a good postmortem has and this one lacks: first what must be mended, each level in reading order. */
export function checkStated(stated: StatedPostmortem): readonly Finding[] {
  const placeKeyOf = placeKeys(stated);
  const findings = RULES.flatMap(({ id, level, why, isForAuthor = false, check }) =>
    check(stated).map(
      (found): Finding => ({
        rule: id,
        level: found.level ?? level,
        why,
        isForAuthor,
        place: found.place,
        placeKey: placeKeyOf(found),
        text: found.text,
      }),
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
