import type { ViewOutput } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import type { ChannelId } from '../../domain/ids.ts';
import {
  historyOf,
  type Milestone,
  type MilestoneEntry,
  SETTABLE_MILESTONES,
  type SettableMilestone,
} from '../../domain/timeline/milestone.ts';
import type { ReadMilestones } from '../../use-cases/timeline/read-milestones.ts';
import type { SaidMilestone } from '../../use-cases/timeline/set-milestones.ts';
import { choiceField, instantField, type Modal, modal } from '../blocks/fields.ts';
import { context, section } from '../blocks/layout.ts';
import { forms } from '../identifiers.ts';
import { titleOf } from '../text/milestone-words.ts';
import { slackTime } from '../text/slack-time.ts';
import { type FormContext, readFormMetadata, writeFormMetadata } from './form-metadata.ts';
import { isChanged, readChoice, readInstant } from './read-fields.ts';

export interface MilestonesForm extends FormContext {
  /** Only what somebody changed. */
  readonly milestones: readonly SaidMilestone[];
  /** Said to have been seen or estimated, without a time. */
  readonly withoutTime: readonly SettableMilestone[];
}

const SEEN = [
  { value: 'observed', label: 'Somebody saw it' },
  { value: 'estimated', label: 'Estimated' },
  { value: 'unknown', label: 'Not known: take the time back' },
] as const;

export function milestonesModal(channel: ChannelId, { milestones, said }: ReadMilestones): Modal {
  return modal({
    form: forms.milestones,
    title: 'Milestones',
    submit: 'Save',
    metadata: writeFormMetadata({ channel, message: undefined }),
    blocks: [
      section('The figures of the postmortem are taken between these. What nobody knows stays empty.'),
      ...SETTABLE_MILESTONES.flatMap((name) => [
        ...milestoneFields(milestones[name], name, titleOf[name]),
        ...historyBlocks(historyOf(said, name)),
      ]),
    ],
  });
}

/** When it was, and how that is known; another form may have them too. */
export function milestoneFields(
  { at, isEstimated }: Milestone,
  name: SettableMilestone,
  label: string,
): readonly KnownBlock[] {
  const seen = isEstimated ? 'estimated' : 'observed';
  return [
    instantField({ name, label, initial: at, isOptional: true }),
    choiceField({
      name: seenField(name),
      label: 'How it is known',
      choices: SEEN,
      isOptional: true,
      ...(at === undefined ? {} : { initial: seen }),
    }),
  ];
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

export function readMilestoneFields(view: ViewOutput): Pick<MilestonesForm, 'milestones' | 'withoutTime'> {
  const changed = SETTABLE_MILESTONES.filter((name) => isChanged(view, name) || isChanged(view, seenField(name)));
  const milestones = changed.map((name) => readMilestone(view, name));
  const withoutTime = milestones.filter(({ name, at }) => at === undefined && !isTakenBack(view, name));
  return { milestones, withoutTime: withoutTime.map(({ name }) => name) };
}

function readMilestone(view: ViewOutput, name: SettableMilestone): SaidMilestone {
  const at = isTakenBack(view, name) ? undefined : readInstant(view, name);
  const isEstimated = at !== undefined && readChoice(view, seenField(name)) === 'estimated';
  // Slack's field knows no milliseconds: a time that nobody changed is not read from it.
  return { name, at: at !== undefined && !isChanged(view, name) ? 'as-it-was' : at, isEstimated };
}

function isTakenBack(view: ViewOutput, name: SettableMilestone): boolean {
  return readChoice(view, seenField(name)) === 'unknown';
}

function seenField(name: SettableMilestone): string {
  return `${name}-seen`;
}
