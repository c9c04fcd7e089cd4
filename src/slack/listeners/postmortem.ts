import { requireResolved } from '../../domain/incident/status.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { closeIncident } from '../../use-cases/postmortem/close-incident.ts';
import { editPostmortem } from '../../use-cases/postmortem/edit-postmortem.ts';
import { showPostmortem } from '../../use-cases/postmortem/show-postmortem.ts';
import type { RequesterInChannel } from '../../use-cases/request.ts';
import { forms } from '../identifiers.ts';
import { postmortemState } from '../messages/postmortem-messages.ts';
import { readMitigationFields } from '../modals/mitigations-modal.ts';
import { closeModal, postmortemModal, readPostmortemModal } from '../modals/postmortem-modal.ts';
import { answerSubmission } from './answer-submission.ts';
import { type Answer, type Feature, type Submission, type SubmissionAnswer, say, sayNo } from './feature.ts';

/** Closing an incident, and writing its postmortem. */
export function postmortemFeature(ports: Ports): Feature {
  return {
    verbs: {
      close: (command) => openClose(ports, command),
      postmortem: (command) => state(ports, command),
    },
    forms: {
      [forms.close]: (asker) => openClose(ports, asker),
      [forms.postmortem]: (asker) => openPostmortem(ports, asker),
    },
    submissions: {
      [forms.close]: (submission) => submitClose(ports, submission),
      [forms.postmortem]: (submission) => submitPostmortem(ports, submission),
    },
  };
}

async function openClose(ports: Ports, asker: RequesterInChannel): Promise<Answer> {
  const shown = await showPostmortem(ports, asker);
  if (!shown.ok) {
    return sayNo(shown.refusal);
  }
  const { incident, record } = shown.value;
  const closable = requireResolved(incident);
  if (!closable.ok) {
    return sayNo(closable.refusal);
  }
  return { kind: 'form', modal: closeModal(asker.channel, record), name: forms.close, label: 'Close' };
}

async function openPostmortem(ports: Ports, asker: RequesterInChannel): Promise<Answer> {
  const shown = await showPostmortem(ports, asker);
  if (!shown.ok) {
    return sayNo(shown.refusal);
  }
  const view = postmortemModal(asker.channel, shown.value.record);
  return { kind: 'form', modal: view, name: forms.postmortem, label: 'Write the postmortem' };
}

async function state(ports: Ports, asker: RequesterInChannel): Promise<Answer> {
  const shown = await showPostmortem(ports, asker);
  return shown.ok ? say(postmortemState(shown.value)) : sayNo(shown.refusal);
}

async function submitClose(ports: Ports, submission: Submission): Promise<SubmissionAnswer> {
  const { channel, narrative } = readPostmortemModal(submission.view);
  const settlements = readMitigationFields(submission.view);
  const outcome = await closeIncident(ports, { ...submission, channel, narrative, settlements });
  return answerSubmission(outcome, () => 'summary');
}

async function submitPostmortem(ports: Ports, submission: Submission): Promise<SubmissionAnswer> {
  const { channel, narrative } = readPostmortemModal(submission.view);
  const outcome = await editPostmortem(ports, { ...submission, channel, narrative });
  return answerSubmission(outcome, () => 'summary');
}
