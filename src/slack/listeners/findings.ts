import { openFindings } from '../../domain/postmortem/check/finding.ts';
import { alikeTo } from '../../domain/postmortem/check/group-alike.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { showPostmortem } from '../../use-cases/postmortem/show-postmortem.ts';
import { takeBackWaiver } from '../../use-cases/postmortem/take-back-waiver.ts';
import { waiveFinding } from '../../use-cases/postmortem/waive-finding.ts';
import { buttons, forms } from '../identifiers.ts';
import { readWaiveModal, waiveModal } from '../modals/waive-modal.ts';
import { readFindingName } from '../text/finding-name.ts';
import { answerSubmission } from './answer-submission.ts';
import {
  type Answer,
  type Feature,
  type FormAsker,
  type Press,
  type Submission,
  type SubmissionAnswer,
  sayNo,
} from './feature.ts';
import { panelAnew, redrawPanel } from './redraw-panel.ts';

/** Saying why a finding of the check does not hold, and taking that back. */
export function findingFeature(ports: Ports): Feature {
  return {
    buttons: { [buttons.takeBackWaiver]: (press) => takeBack(ports, press) },
    forms: { [forms.waive]: (asker) => openWaive(ports, asker) },
    submissions: { [forms.waive]: (submission) => submitWaive(ports, submission) },
  };
}

async function openWaive(ports: Ports, asker: FormAsker): Promise<Answer> {
  const shown = await showPostmortem(ports, asker);
  if (!shown.ok) {
    return sayNo(shown.refusal);
  }
  const value = asker.value ?? '';
  const name = readFindingName(value);
  const open = openFindings(shown.value.findings);
  const finding = open.find(({ rule, placeKey }) => rule === name.rule && placeKey === name.placeKey);
  return finding === undefined
    ? sayNo({ kind: 'no-such-finding' })
    : {
        kind: 'form',
        modal: waiveModal(asker, finding, alikeTo(finding, open)),
        name: forms.waive,
        label: 'Waive',
        value,
      };
}

async function submitWaive(ports: Ports, submission: Submission): Promise<SubmissionAnswer> {
  const form = readWaiveModal(submission.view);
  const outcome = await waiveFinding(ports, { ...submission, ...form });
  if (outcome.ok) {
    await redrawPanel(ports, { ...submission, channel: form.channel }, form.responseUrl);
  }
  return answerSubmission(outcome, () => 'reason');
}

async function takeBack(ports: Ports, press: Press): Promise<Answer> {
  const outcome = await takeBackWaiver(ports, { ...press, ...readFindingName(press.value) });
  if (!outcome.ok) {
    return sayNo(outcome.refusal);
  }
  return panelAnew(ports, press);
}
