import type { EscalationTarget } from '../../domain/escalation/escalation.ts';
import { escalationId } from '../../domain/ids.ts';
import { nearestWord } from '../../domain/nearest-word.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import { acknowledgeEscalation, acknowledgeHere } from '../../use-cases/escalation/acknowledge-escalation.ts';
import { askLater } from '../../use-cases/escalation/ask-later.ts';
import { escalateIncident } from '../../use-cases/escalation/escalate-incident.ts';
import { passOnCall } from '../../use-cases/escalation/pass-on.ts';
import { stillOnIt } from '../../use-cases/escalation/still-on-it.ts';
import type { Ports } from '../../use-cases/ports.ts';
import type { Refusal } from '../explain.ts';
import { buttons } from '../identifiers.ts';
import {
  acknowledgedAnswer,
  askedLaterAnswer,
  calledAnswer,
  passedOnAnswer,
  stillOnItAnswer,
} from '../messages/escalation-messages.ts';
import { readMarkup } from '../text/read-markup.ts';
import { splitWord } from '../text/split-word.ts';
import { openEscalateForm } from './escalate-form.ts';
import { type Answer, type Command, type Feature, type Press, say, sayNo } from './feature.ts';
import { readLeadingParties } from './read-leading-party.ts';

/** Calling for more people, and answering the call. */
export function escalationFeature(ports: Ports): Feature {
  return {
    verbs: {
      escalate: (command) => escalate(ports, command),
      ack: (command) => acknowledge(ports, command),
    },
    buttons: {
      [buttons.acknowledge]: (press) => acknowledgeByButton(ports, press),
      [buttons.passOn]: (press) => passOn(ports, press),
      [buttons.askLater]: (press) => askAgain(ports, press),
      [buttons.stillOnIt]: (press) => sayStillOnIt(ports, press),
    },
  };
}

async function escalate(ports: Ports, command: Command): Promise<Answer> {
  const asked = readTargets(ports, command);
  if (!asked.ok) {
    return sayNo(asked.refusal);
  }
  const outcome = await escalateIncident(ports, { ...command, ...asked.value, isUrgent: true });
  if (!outcome.ok && outcome.refusal.kind === 'nobody-to-call' && command.markup === '') {
    return openEscalateForm(ports, command);
  }
  return outcome.ok ? say(calledAnswer(outcome.value)) : sayNo(outcome.refusal);
}

interface AskedCall {
  readonly targets: readonly EscalationTarget[];
  readonly reason: string;
}

/**
 * `@ana why`, `@ana, @dba: why`, `database why` where that is a policy, or only why. A slip in a policy's name calls
 * nobody, nor does a name that stands for no person and no group.
 */
function readTargets({ policy }: Ports, command: Command): Result<AskedCall, Refusal> {
  const leading = readLeadingParties(command);
  if (!leading.ok) {
    return leading;
  }
  const { parties, rest } = leading.value;
  if (parties.length > 0) {
    return accept({ targets: parties, reason: readMarkup(rest, command.names) });
  }
  const { word, rest: why } = splitWord(command.markup);
  const known = policy.escalationPolicies.map(({ name }) => name);
  if (known.includes(word)) {
    return accept({ targets: [{ kind: 'policy', name: word }], reason: readMarkup(why, command.names) });
  }
  if (nearestWord(word, known) !== undefined) {
    return refuse({ kind: 'unknown-policy', name: word, known });
  }
  return accept({ targets: [], reason: readMarkup(command.markup, command.names) });
}

async function acknowledge(ports: Ports, command: Command): Promise<Answer> {
  const outcome = await acknowledgeHere(ports, command);
  return outcome.ok ? say(acknowledgedAnswer(outcome.value)) : sayNo(outcome.refusal);
}

async function acknowledgeByButton(ports: Ports, press: Press): Promise<Answer> {
  const outcome = await acknowledgeEscalation(ports, { ...press, escalationId: escalationId(press.value) });
  return outcome.ok ? say(acknowledgedAnswer(outcome.value)) : sayNo(outcome.refusal);
}

async function passOn(ports: Ports, press: Press): Promise<Answer> {
  const outcome = await passOnCall(ports, { ...press, escalationId: escalationId(press.value) });
  return outcome.ok ? say(passedOnAnswer(outcome.value)) : sayNo(outcome.refusal);
}

async function askAgain(ports: Ports, press: Press): Promise<Answer> {
  const outcome = await askLater(ports, { ...press, escalationId: escalationId(press.value) });
  return outcome.ok ? say(askedLaterAnswer(outcome.value)) : sayNo(outcome.refusal);
}

async function sayStillOnIt(ports: Ports, press: Press): Promise<Answer> {
  const outcome = await stillOnIt(ports, { ...press, escalationId: escalationId(press.value) });
  return outcome.ok ? say(stillOnItAnswer()) : sayNo(outcome.refusal);
}
