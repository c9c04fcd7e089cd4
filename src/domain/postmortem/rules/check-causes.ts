import type { Finding } from '../finding.ts';
import type { Postmortem } from '../postmortem.ts';

const HUMAN_ERROR = /\b(?:human|operator)[\s-]+(?:error|mistake|failure)s?\b/iu;

export function checkCauses({ rootCauses }: Postmortem): readonly Finding[] {
  const findings: Finding[] = [];
  const causes = [rootCauses.technical, ...rootCauses.found.map(({ text }) => text)].filter(
    (text) => text !== undefined,
  );
  if (causes.length === 0) {
    findings.push({
      rule: 'no-root-cause',
      level: 'must',
      section: 'root-causes',
      text: 'There is no root cause. Say what broke and why; if it is not known yet, say what was ruled out.',
    });
  }
  if (causes.some((text) => HUMAN_ERROR.test(text))) {
    findings.push({
      rule: 'human-error-as-cause',
      level: 'must',
      section: 'root-causes',
      text: 'The root cause says “human error”. Say instead what made the slip easy, and why nothing caught it.',
    });
  }
  if (rootCauses.contributingFactors === undefined) {
    findings.push({
      rule: 'no-contributing-factor',
      level: 'should',
      section: 'root-causes',
      text: 'There is no contributing factor. Say what made it likelier, worse or slower to find.',
    });
  }
  return findings;
}
