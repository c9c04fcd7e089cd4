import type { ChannelId } from '../../domain/ids.ts';
import { findOpenIncidentHere } from '../../use-cases/incident/find-incident-here.ts';
import type { Ports } from '../../use-cases/ports.ts';
import type { RequesterInChannel } from '../../use-cases/request.ts';
import { sendUpdate } from '../../use-cases/updates/send-update.ts';
import { forms } from '../identifiers.ts';
import { sentAnswer } from '../messages/update-messages.ts';
import { readUpdateModal, updateModal } from '../modals/update-modal.ts';
import { readMarkup } from '../text/read-markup.ts';
import { answerSubmission } from './answer-submission.ts';
import {
  type Answer,
  type Command,
  type Feature,
  type Submission,
  type SubmissionAnswer,
  say,
  sayNo,
} from './feature.ts';

/** Telling stakeholders where an incident stands. */
export function updateFeature(ports: Ports): Feature {
  return {
    verbs: { update: (command) => update(ports, command) },
    forms: { [forms.update]: (asker) => openUpdate(ports, asker) },
    submissions: { [forms.update]: (submission) => submitUpdate(ports, submission) },
  };
}

async function update(ports: Ports, command: Command): Promise<Answer> {
  if (command.markup === '') {
    return openUpdate(ports, command);
  }
  const text = readMarkup(command.markup, command.names);
  const outcome = await sendUpdate(ports, { ...command, text, nextInMinutes: undefined });
  return outcome.ok ? say(sentAnswer(outcome.value)) : sayNo(outcome.refusal);
}

async function openUpdate(ports: Ports, asker: RequesterInChannel): Promise<Answer> {
  const found = await findOpenIncidentHere(ports.database.records, asker);
  return found.ok ? form(ports, asker.channel) : sayNo(found.refusal);
}

function form({ policy }: Ports, channel: ChannelId): Answer {
  return { kind: 'form', modal: updateModal(channel, policy.updateEveryMinutes), name: forms.update, label: 'Update' };
}

async function submitUpdate(ports: Ports, submission: Submission): Promise<SubmissionAnswer> {
  const { channel, text, nextInMinutes } = readUpdateModal(submission.view);
  return answerSubmission(await sendUpdate(ports, { ...submission, channel, text, nextInMinutes }), () => 'text');
}
