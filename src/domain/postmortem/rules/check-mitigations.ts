import type { Finding } from '../finding.ts';
import type { Postmortem } from '../postmortem.ts';

/** Whether somebody said of each mitigation that it is gone or is to stay: the next incident often begins with one that was forgotten. */
export function checkMitigations({ resolution }: Postmortem): readonly Finding[] {
  return resolution.steps
    .filter(({ mitigation }) => mitigation?.is === 'open')
    .map(({ text }) => ({
      rule: 'mitigation-open',
      level: 'should' as const,
      section: 'resolution' as const,
      text: `Is this still in place: “${firstLine(text)}”? Say that it was reverted, or that it is kept on purpose.`,
    }));
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
