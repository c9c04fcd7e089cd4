import { dateAndTime, inOneLine } from '../../tell-time.ts';
import type { Postmortem } from '../postmortem.ts';
import type { IncidentRecord } from '../record.ts';
import type { TrackedEscalation } from '../told-escalations.ts';
import type { Statement } from './stated-postmortem.ts';

/** The calls for help that came to nothing, in words. */
export function statedCalls({ escalations, zone }: IncidentRecord, postmortem: Postmortem): readonly Statement[] {
  return postmortem.escalations.tracked.flatMap((escalation, index) => {
    const call = `the call to ${escalation.target} at ${inOneLine(dateAndTime(escalation.requestedAt, zone))}`;
    const text = problemOf(escalation, call);
    const eventId = escalations[index]?.eventId;
    return text === undefined ? [] : [{ text, place: { section: 'escalations', eventId } }];
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
