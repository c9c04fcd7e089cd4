import { awaitsAnswer, type Escalation } from '../../domain/escalation/escalation.ts';
import { stateLine, targetName } from './escalation-words.ts';

const MOST = 3;

/** `@dba: called 14:32, answered 14:35 by @ana (3 min)`: those that wait for an answer first, the newest of each first. */
export function escalationLines(escalations: readonly Escalation[]): readonly string[] {
  const told = escalations.filter(isTold).toReversed();
  const inOrder = [...told.filter(awaitsAnswer), ...told.filter((escalation) => !awaitsAnswer(escalation))];
  const shown = inOrder
    .slice(0, MOST)
    .map((escalation) => `${targetName(escalation.target)}: ${stateLine(escalation)}`);
  const hidden = inOrder.length - shown.length;
  return hidden === 0 ? shown : [...shown, `and ${hidden} more, on the timeline`];
}

/** What ended with the incident before anybody answered says nothing any more. */
function isTold({ state, acknowledgedAt }: Escalation): boolean {
  return state !== 'ended' || acknowledgedAt !== undefined;
}
