import type { ViewOutput } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import type { ChannelId } from '../../domain/ids.ts';
import { historyOf, type MilestoneEntry, SETTABLE_MILESTONES } from '../../domain/timeline/milestone.ts';
import type { ReadMilestones } from '../../use-cases/timeline/read-milestones.ts';
import { type Modal, modal } from '../blocks/fields.ts';
import { context, section } from '../blocks/layout.ts';
import { forms } from '../identifiers.ts';
import { titleOf } from '../text/milestone-words.ts';
import { slackTime } from '../text/slack-time.ts';
import { type FormContext, readFormMetadata, writeFormMetadata } from './form-metadata.ts';
import { milestoneFields, type ReadMilestoneFields, readMilestoneFields } from './milestone-fields.ts';

export interface MilestonesForm extends FormContext, ReadMilestoneFields {}

export function milestonesModal(channel: ChannelId, { milestones, said }: ReadMilestones): Modal {
  return modal({
    form: forms.milestones,
    title: 'Milestones',
    submit: 'Save',
    metadata: writeFormMetadata({ channel, message: undefined }),
    blocks: [
      section('The figures of the postmortem are taken between these. What nobody knows stays empty.'),
      ...SETTABLE_MILESTONES.flatMap((name) => [
        ...milestoneFields(milestones[name], { name, label: titleOf[name] }),
        ...historyBlocks(historyOf(said, name)),
      ]),
    ],
  });
}

function historyBlocks(history: readonly MilestoneEntry[]): readonly KnownBlock[] {
  return history.length === 0 ? [] : [context(`Said: ${history.slice(-SHOWN).map(historyLine).join(' · ')}`)];
}

const SHOWN = 5;

function historyLine({ at, isEstimated, setBy, setAt }: MilestoneEntry): string {
  const said = at === undefined ? 'taken back' : `${slackTime(at)}${isEstimated ? ' (estimated)' : ''}`;
  return `${said} by <@${setBy}> ${slackTime(setAt)}`;
}

export function readMilestonesModal(view: ViewOutput): MilestonesForm {
  return { ...readFormMetadata(view.private_metadata), ...readMilestoneFields(view) };
}
