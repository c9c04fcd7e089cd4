import type { Finding } from '../finding.ts';
import type { Postmortem } from '../postmortem.ts';

/** Whether somebody said when it was mitigated, and of each mitigation that it is gone or is to stay: the next incident often begins with one that was forgotten. */
export function checkMitigations(postmortem: Postmortem): readonly Finding[] {
  return [...checkWhen(postmortem), ...checkEnds(postmortem)];
}

function checkWhen({ resolution, figures }: Postmortem): readonly Finding[] {
  const figure = figures.find(({ name }) => name === 'time-to-mitigate');
  const isAsked = resolution.steps.some(({ kind }) => kind === 'mitigation') && figure?.to.at === undefined;
  if (!isAsked) {
    return [];
  }
  return [
    {
      rule: 'mitigation-time-unknown',
      level: 'should',
      section: 'figures',
      text: 'Nobody has said when it was mitigated. Say which step it was on the timeline, or give the time among the milestones.',
    },
  ];
}

function checkEnds({ resolution }: Postmortem): readonly Finding[] {
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
