import { escalateChosen, type GroupGone } from '../../use-cases/escalation/chosen-targets.ts';
import type { EscalateRefusal } from '../../use-cases/escalation/escalate-incident.ts';
import { offerTargets } from '../../use-cases/escalation/offer-targets.ts';
import { previewEscalation } from '../../use-cases/escalation/preview-escalation.ts';
import type { Ports } from '../../use-cases/ports.ts';
import type { RequesterInChannel } from '../../use-cases/request.ts';
import { explain } from '../explain.ts';
import { forms } from '../identifiers.ts';
import { confirmCallModal, readConfirmCallModal } from '../modals/confirm-call-modal.ts';
import { escalateModal, readEscalateModal } from '../modals/escalate-modal.ts';
import { noticeModal } from '../modals/notice-modal.ts';
import { answerSubmission } from './answer-submission.ts';
import { type Answer, type Feature, type Submission, type SubmissionAnswer, sayNo } from './feature.ts';

/** Calling for more people by a form: whom and why, then a look at what would happen, and only then the call. */
export function escalateFormFeature(ports: Ports): Feature {
  return {
    forms: { [forms.escalate]: (asker) => openEscalateForm(ports, asker) },
    submissions: {
      [forms.escalate]: (submission) => lookItOver(ports, submission),
      [forms.confirmCall]: (submission) => call(ports, submission),
    },
  };
}

export async function openEscalateForm(ports: Ports, asker: RequesterInChannel): Promise<Answer> {
  const offered = await offerTargets(ports, asker);
  return offered.ok
    ? { kind: 'form', modal: escalateModal(asker.channel, offered.value), name: forms.escalate, label: 'Escalate' }
    : sayNo(offered.refusal);
}

/** Changes nothing, so a repeat does no harm. */
async function lookItOver(ports: Ports, submission: Submission): Promise<SubmissionAnswer> {
  const { personId } = submission;
  const form = readEscalateModal(submission.view);
  const preview = await previewEscalation(ports, { ...submission, ...form });
  if (preview.ok) {
    return {
      kind: 'next',
      modal: confirmCallModal(preview.value, { ...form, requestedBy: personId, isChanged: false }),
    };
  }
  return preview.refusal.kind === 'nobody-to-call'
    ? { kind: 'errors', errors: { people: whomToChoose(preview.refusal) } }
    : answerSubmission(preview, fieldOf);
}

function whomToChoose({ severity, policies }: Extract<EscalateRefusal, { kind: 'nobody-to-call' }>): string {
  const or = policies.length === 0 ? 'a person or a group' : 'a person, a group or a policy';
  return `Choose ${or}: no policy names whom to call for ${severity}.`;
}

function fieldOf({ kind }: EscalateRefusal | GroupGone): string {
  switch (kind) {
    case 'unknown-policy':
      return 'policies';
    case 'group-gone':
      return 'groups';
    default:
      return 'people';
  }
}

/**
 * What held when they looked may hold no more. Where others would be called now they are shown those instead; where that
 * is an end they are told, and the form below is theirs again.
 */
async function call(ports: Ports, submission: Submission): Promise<SubmissionAnswer> {
  const asked = readConfirmCallModal(submission.view);
  const outcome = await escalateChosen(ports, { ...submission, ...asked });
  if (outcome.ok || outcome.refusal.kind === 'already-handled') {
    return { kind: 'all-done' };
  }
  if (outcome.refusal.kind !== 'others-to-call') {
    return nobodyCalled(outcome.refusal);
  }
  const preview = await previewEscalation(ports, { ...submission, ...asked });
  if (!preview.ok) {
    return nobodyCalled(preview.refusal);
  }
  const again = { ...asked, requestedBy: submission.personId, isChanged: true };
  return { kind: 'instead', modal: confirmCallModal(preview.value, again) };
}

function nobodyCalled(refusal: EscalateRefusal | GroupGone): SubmissionAnswer {
  const text = `*Nobody was called.* ${explain(refusal)}`;
  return { kind: 'instead', modal: noticeModal({ form: forms.confirmCall, title: 'Nobody was called', text }) };
}
