import { timelineEventId } from '../../domain/ids.ts';
import type { Ports } from '../../use-cases/ports.ts';
import type { RequesterInChannel } from '../../use-cases/request.ts';
import { correctEvent } from '../../use-cases/timeline/correct-event.ts';
import { findForCorrection } from '../../use-cases/timeline/find-for-correction.ts';
import { buttons, forms } from '../identifiers.ts';
import { correctedAnswer } from '../messages/timeline-messages.ts';
import { editEventModal, readEditEventModal } from '../modals/edit-event-modal.ts';
import { answerSubmission } from './answer-submission.ts';
import {
  type Answer,
  type Feature,
  type Press,
  redraw,
  type Submission,
  type SubmissionAnswer,
  sayNo,
} from './feature.ts';

/** Correcting what is on the timeline, taking it back, and restoring it. */
export function correctionFeature(ports: Ports): Feature {
  return {
    buttons: {
      [buttons.retractEvent]: (press) => retract(ports, press, true),
      [buttons.restoreEvent]: (press) => retract(ports, press, false),
    },
    forms: { [forms.editEvent]: (press) => openEdit(ports, press) },
    submissions: { [forms.editEvent]: (submission) => submitEdit(ports, submission) },
  };
}

async function retract(ports: Ports, press: Press, isRetracted: boolean): Promise<Answer> {
  const outcome = await correctEvent(ports, { ...press, eventId: timelineEventId(press.value), isRetracted });
  return outcome.ok ? redraw(correctedAnswer(outcome.value.event)) : sayNo(outcome.refusal);
}

export async function openEdit(ports: Ports, press: RequesterInChannel & { readonly value?: string }): Promise<Answer> {
  const value = press.value ?? '';
  const found = await findForCorrection(ports.database.records, timelineEventId(value), press.personId);
  return found.ok
    ? { kind: 'form', modal: editEventModal(found.value.event), name: forms.editEvent, label: 'Edit', value }
    : sayNo(found.refusal);
}

async function submitEdit(ports: Ports, submission: Submission): Promise<SubmissionAnswer> {
  const outcome = await correctEvent(ports, { ...submission, ...readEditEventModal(submission.view) });
  return answerSubmission(outcome, ({ kind }) => (kind === 'future-time' ? 'when' : 'text'));
}
