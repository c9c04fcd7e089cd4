import { openMitigations } from '../../domain/timeline/mitigation.ts';
import { findIncidentHere } from '../../use-cases/incident/find-incident-here.ts';
import type { Ports } from '../../use-cases/ports.ts';
import type { RequesterInChannel } from '../../use-cases/request.ts';
import { readMilestones } from '../../use-cases/timeline/read-milestones.ts';
import { setMilestones } from '../../use-cases/timeline/set-milestones.ts';
import { settleMitigations } from '../../use-cases/timeline/settle-mitigations.ts';
import { paragraph } from '../blocks/layout.ts';
import { forms } from '../identifiers.ts';
import { milestonesModal, readMilestonesModal } from '../modals/milestones-modal.ts';
import { mitigationsModal, readMitigationFields } from '../modals/mitigations-modal.ts';
import { answerSubmission } from './answer-submission.ts';
import { type Answer, type Feature, type Submission, type SubmissionAnswer, say, sayNo } from './feature.ts';

/** When the milestones were, and what became of the mitigations. */
export function milestonesFeature(ports: Ports): Feature {
  return {
    forms: {
      [forms.milestones]: (asker) => openMilestones(ports, asker),
      [forms.mitigations]: (asker) => openMitigationsForm(ports, asker),
    },
    submissions: {
      [forms.milestones]: (submission) => submitMilestones(ports, submission),
      [forms.mitigations]: (submission) => submitMitigations(ports, submission),
    },
  };
}

export async function openMilestones(ports: Ports, asker: RequesterInChannel): Promise<Answer> {
  const { records } = ports.database;
  const found = await findIncidentHere(records, asker);
  if (!found.ok) {
    return sayNo(found.refusal);
  }
  const form = milestonesModal(asker.channel, await readMilestones(records, found.value));
  return { kind: 'form', modal: form, name: forms.milestones, label: 'Milestones' };
}

async function openMitigationsForm(ports: Ports, asker: RequesterInChannel): Promise<Answer> {
  const { records } = ports.database;
  const found = await findIncidentHere(records, asker);
  if (!found.ok) {
    return sayNo(found.refusal);
  }
  const open = openMitigations(await records.timeline.list(found.value.id));
  return open.length === 0
    ? say(paragraph('No mitigation is open any more.'))
    : {
        kind: 'form',
        modal: mitigationsModal(asker.channel, open),
        name: forms.mitigations,
        label: 'Open mitigations',
      };
}

async function submitMilestones(ports: Ports, submission: Submission): Promise<SubmissionAnswer> {
  const { channel, milestones, withoutTime } = readMilestonesModal(submission.view);
  if (withoutTime.length > 0) {
    const errors = withoutTime.map((name) => [name, 'Say when, or choose “Not known”.']);
    return { kind: 'errors', errors: Object.fromEntries(errors) };
  }
  const outcome = await setMilestones(ports, { ...submission, channel, milestones });
  return answerSubmission(outcome, (refusal) =>
    refusal.kind === 'future-milestone' ? refusal.name : 'impact-started',
  );
}

async function submitMitigations(ports: Ports, submission: Submission): Promise<SubmissionAnswer> {
  const settlements = readMitigationFields(submission.view);
  const outcome = await settleMitigations(ports, { ...submission, settlements });
  return answerSubmission(outcome, () => submission.view.blocks.find(({ type }) => type === 'input')?.block_id ?? '');
}
