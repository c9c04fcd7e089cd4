import { type Call, type Escalation, isGroupCall, knownSince } from '../../escalation/escalation.ts';
import { targetInWords } from '../../escalation/target.ts';
import { millisecondsBetween } from '../../time.ts';
import type { CallLine } from '../told-escalations.ts';
import type { Names } from './names-in.ts';

/** Of a group that was looked up, its members' calls tell; the group's own call tells only where that came to nothing. */
export function draftCalls({ calls }: Pick<Escalation, 'calls'>, names: Names): readonly CallLine[] {
  const told = calls.filter((call) => !isGroupCall(call) || call.state !== 'delivered');
  return told.map((call) => draftCall(call, names)).sort((a, b) => millisecondsBetween(b.calledAt, a.calledAt));
}

function draftCall(call: Call, names: Names): CallLine {
  const { round, step, target, personId, state, isQuiet, note, respondedAt } = call;
  const name = targetInWords(target, names.ofPerson);
  const isThemselves = personId === undefined || target.kind === 'person';
  return {
    round,
    step,
    calledAt: knownSince(call),
    who: personId === undefined ? name : names.ofPerson(personId),
    via: isThemselves ? undefined : name,
    kind: target.kind,
    state,
    isQuiet,
    note,
    respondedAt,
  };
}
