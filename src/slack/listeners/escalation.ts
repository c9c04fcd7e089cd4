import { escalationId } from '../../domain/ids.ts';
import { acknowledgeEscalation, acknowledgeHere } from '../../use-cases/escalation/acknowledge-escalation.ts';
import { escalateIncident } from '../../use-cases/escalation/escalate-incident.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { buttons, forms } from '../identifiers.ts';
import { acknowledgedAnswer, calledAnswer } from '../messages/escalation-messages.ts';
import { escalateModal, readEscalateModal } from '../modals/escalate-modal.ts';
import { readMarkup } from '../text/read-markup.ts';
import { answerSubmission } from './answer-submission.ts';
import {
  type Answer,
  type Command,
  type Feature,
  type Press,
  type Submission,
  type SubmissionAnswer,
  say,
  sayNo,
} from './feature.ts';
import { readLeadingParty } from './read-leading-party.ts';

/** Calling for more people, and answering the call. */
export function escalationFeature(ports: Ports): Feature {
  return {
    verbs: {
      escalate: (command) => escalate(ports, command),
      ack: (command) => acknowledge(ports, command),
    },
    buttons: { [buttons.acknowledge]: (press) => acknowledgeByButton(ports, press) },
    forms: {
      [forms.escalate]: async ({ channel }) => ({
        kind: 'form',
        modal: escalateModal(channel),
        name: forms.escalate,
        label: 'Escalate',
      }),
    },
    submissions: { [forms.escalate]: (submission) => submitEscalate(ports, submission) },
  };
}

async function escalate(ports: Ports, command: Command): Promise<Answer> {
  const leading = readLeadingParty(command);
  if (!leading.ok) {
    return sayNo(leading.refusal);
  }
  const { party, rest } = leading.value;
  const outcome = await escalateIncident(ports, {
    ...command,
    target: party,
    targetName: readMarkup(command.markup.slice(0, command.markup.length - rest.length), command.names).trim(),
    reason: readMarkup(rest, command.names),
  });
  return outcome.ok ? say(calledAnswer(outcome.value)) : sayNo(outcome.refusal);
}

async function acknowledge(ports: Ports, command: Command): Promise<Answer> {
  const outcome = await acknowledgeHere(ports, command);
  return outcome.ok ? say(acknowledgedAnswer(outcome.value)) : sayNo(outcome.refusal);
}

async function acknowledgeByButton(ports: Ports, press: Press): Promise<Answer> {
  const outcome = await acknowledgeEscalation(ports, { ...press, escalationId: escalationId(press.value) });
  return outcome.ok ? say(acknowledgedAnswer(outcome.value)) : sayNo(outcome.refusal);
}

async function submitEscalate(ports: Ports, submission: Submission): Promise<SubmissionAnswer> {
  const { channel, person, reason } = readEscalateModal(submission.view);
  const known =
    person === undefined ? undefined : await ports.database.records.people.find(submission.teamId, [person]);
  const outcome = await escalateIncident(ports, {
    ...submission,
    channel,
    reason,
    target: person === undefined ? undefined : { kind: 'person', id: person },
    targetName: (person === undefined ? undefined : known?.get(person)?.name) ?? 'somebody',
  });
  return answerSubmission(outcome, () => 'person');
}
