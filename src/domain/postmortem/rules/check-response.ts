import { dateAndTime, inOneLine } from '../../tell-time.ts';
import type { Finding } from '../finding.ts';
import { isAutomatic } from '../is-automatic.ts';
import type { Postmortem } from '../postmortem.ts';
import type { TrackedEscalation } from '../told-escalations.ts';

/** Whether it tells how people noticed, what they did, whether they were answered and whom they told. */
export function checkResponse(postmortem: Postmortem): readonly Finding[] {
  return [
    ...checkDetection(postmortem),
    ...checkSteps(postmortem),
    ...checkCalls(postmortem),
    ...checkTold(postmortem),
  ];
}

function checkDetection({ detection }: Postmortem): readonly Finding[] {
  if (detection.event !== undefined) {
    return [];
  }
  return [
    {
      rule: 'no-detection',
      level: 'must',
      section: 'detection',
      text: 'The timeline does not say how it was noticed. Add a “detected” event: an alert or a user, and when.',
    },
  ];
}

/** What people did between the start and the end; how it began and ended is asked for by other rules. */
function checkSteps({ timeline, header, impact }: Postmortem): readonly Finding[] {
  const from = [impact.startedAt ?? header.declaredAt, header.declaredAt].sort()[0] ?? header.declaredAt;
  const steps = timeline
    .flatMap(({ lines }) => lines)
    .filter(({ kind }) => !isAutomatic(kind) && kind !== 'detected' && kind !== 'resolution')
    .filter(({ at }) => at >= from && (impact.endedAt === undefined || at <= impact.endedAt));
  if (steps.length > 0) {
    return [];
  }
  return [
    {
      rule: 'no-steps',
      level: 'must',
      section: 'timeline',
      text: 'The timeline has no step between the declaration and the resolution. Add what people looked at, tried and decided.',
    },
  ];
}

function checkCalls({ escalations, header }: Postmortem): readonly Finding[] {
  const describe = ({ target, requestedAt }: TrackedEscalation) =>
    `the call to ${target} at ${inOneLine(dateAndTime(requestedAt, header.zone))}`;
  return escalations.tracked.flatMap((escalation) => {
    const problem = problemOf(escalation, describe(escalation));
    return problem === undefined
      ? []
      : [
          {
            rule: 'escalation-not-acknowledged',
            level: 'should' as const,
            section: 'escalations' as const,
            text: `${problem} Say who came in the end, or add an action item so that the next call is answered.`,
          },
        ];
  });
}

/** An answer that was passed on to nobody is none; whom the incident's end spared had not answered either. */
function problemOf({ state, acknowledgedAt, isLeft }: TrackedEscalation, call: string): string | undefined {
  if (acknowledgedAt === undefined) {
    const ended = state === 'ended' ? ' before the incident no longer needed it' : '';
    return `Nobody answered ${call}${ended}.`;
  }
  return isLeft ? `Whoever answered ${call} passed it on, and nobody took it over.` : undefined;
}

function checkTold({ communication }: Postmortem): readonly Finding[] {
  const { internal, external, events } = communication;
  if (internal !== undefined || external !== undefined || events.length > 0) {
    return [];
  }
  return [
    {
      rule: 'nothing-communicated',
      level: 'should',
      section: 'communication',
      text: 'It does not say who was told. Add what colleagues and customers heard, and when; if nobody was told, say so.',
    },
  ];
}
