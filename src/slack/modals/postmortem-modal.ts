import type { ViewOutput } from '@slack/bolt';
import type { Button, KnownBlock } from '@slack/types';
import type { ChannelId } from '../../domain/ids.ts';
import type { NarrativeSection, UnsavedWords } from '../../domain/postmortem/narrative.ts';
import { openMitigations } from '../../domain/timeline/mitigation.ts';
import type { EditPostmortem } from '../../use-cases/postmortem/edit-postmortem.ts';
import type { Writing } from '../../use-cases/postmortem/read-writing.ts';
import { type Modal, modal } from '../blocks/fields.ts';
import { actions, button, context, section, when } from '../blocks/layout.ts';
import { limits } from '../blocks/limits.ts';
import { escapeMrkdwn } from '../blocks/text.ts';
import { buttons, COMMAND, forms } from '../identifiers.ts';
import { slackTime } from '../text/slack-time.ts';
import { typedTitle } from '../text/typed-title.ts';
import { assignmentFields } from './assignment-fields.ts';
import { milestoneFields, type ReadMilestoneFields, readMilestoneFields } from './milestone-fields.ts';
import { mitigationFields, readMitigationFields } from './mitigations-modal.ts';
import { narrativeFields, readNarrative, shownOf } from './narrative-fields.ts';
import { newItemsField } from './new-items-field.ts';
import { type Purpose, readWritingContext, type WritingContext, writeWritingContext } from './writing-metadata.ts';

const WHAT_HAPPENED: readonly NarrativeSection[] = ['summary', 'customer-impact', 'affected', 'business-impact'];
const HOW_IT_WENT: readonly NarrativeSection[] = ['detection', 'root-cause', 'contributing-factors', 'resolution'];
const WHAT_IT_TAUGHT: readonly NarrativeSection[] = [
  'lessons',
  'went-well',
  'went-badly',
  'got-lucky',
  'internal-communication',
  'external-communication',
];

const TITLES: Readonly<Record<Purpose, string>> = { close: 'Close the incident', write: 'Write the postmortem' };
const VERBS: Readonly<Record<Purpose, string>> = { close: 'close', write: 'postmortem' };

/** So many fields a long text of others takes here; all of it stands in the form of its section. */
const PIECES = 2;
/** What a person typed is shown whole: in so many fields it was typed. */
export const MOST_PIECES = 6;

/** In the second step: its heading, the field of new action items, its buttons, and that it is saved. */
const OTHER_BLOCKS = 4;

const OVERTAKEN =
  'somebody else wrote while you did. Their words stand for now, yours are still below. Save again, and you see both.';

interface Step {
  readonly channel: ChannelId;
  readonly purpose: Purpose;
  readonly writing: Writing;
  /** Said where they have just saved it for later. */
  readonly isSaved?: boolean;
  /** The form in whose place it comes. */
  readonly replaced?: ViewOutput | undefined;
}

/** The first of two steps. Nothing is required: whoever ends an incident at night must not be held up. */
export function firstStepModal(step: Step): Modal {
  const { purpose, writing, replaced } = step;
  const { milestones, incident, record } = writing;
  return stepModal(step, {
    form: purpose === 'close' ? forms.close : forms.postmortem,
    submit: 'Next',
    sections: [...WHAT_HAPPENED, ...HOW_IT_WENT],
    blocks: [
      section(
        '*Step 1 of 2: what happened.* All of it is optional. What you type is kept, even if you close this form.',
      ),
      ...unsavedNotice(writing.unsaved),
      ...WHAT_HAPPENED.flatMap((name) => fieldsOf(step, name)),
      ...milestoneFields(milestones['impact-started'], {
        name: 'impact-started',
        label: 'Since when users were affected',
        replaced,
      }),
      ...when(incident.resolvedAt !== undefined, () => [
        ...milestoneFields(milestones.resolved, { name: 'resolved', label: 'Until when', replaced }),
      ]),
      ...HOW_IT_WENT.flatMap((name) => fieldsOf(step, name)),
      ...mitigationFields(openMitigations(record.events)),
    ],
    more:
      purpose === 'close'
        ? [button({ label: 'Close now, write later', action: buttons.closeNow, value: purpose })]
        : [],
  });
}

/** What was said and could not be kept. */
export interface Unkept {
  /** What is wrong with what was said of action items. */
  readonly why: string;
  readonly newItems: string | undefined;
  /** What others wrote at the same time. */
  readonly overtaken: readonly UnsavedWords[];
}

/** In mrkdwn. */
export function unkeptWords({ why }: Unkept): string {
  return `⚠️ *Not all of it was saved.* ${escapeMrkdwn(why)}`;
}

/** What could not be kept stands in it again, with the reason. */
export function secondStepModal({ writing: read, ...rest }: Step, wrong?: Unkept): Modal {
  const overtaken = wrong?.overtaken ?? [];
  const writing = { ...read, unsaved: [...read.unsaved, ...overtaken] };
  const step = { ...rest, writing };
  const { purpose } = step;
  const { actionItems } = writing.record;
  const newItems = wrong?.newItems ?? read.unsaved.find((words) => words.section === 'new-items')?.text;
  const notices = [
    ...(wrong === undefined ? [] : [section(unkeptWords(wrong))]),
    ...overtaken.map(({ section: name }) => section(`⚠️ *${typedTitle(name)}*: ${OVERTAKEN}`)),
    // Lines that were sent and refused are told of above.
    ...unsavedNotice(read.unsaved.filter((words) => wrong === undefined || words.section !== 'new-items')),
  ];
  const taught = WHAT_IT_TAUGHT.flatMap((name) => fieldsOf(step, name));
  const room = limits.modalBlocks - notices.length - taught.length - OTHER_BLOCKS;
  return stepModal(step, {
    form: forms.lessons,
    submit: purpose === 'close' ? 'Close the incident' : 'Save',
    sections: WHAT_IT_TAUGHT,
    blocks: [
      section('*Step 2 of 2: what it taught, and who was told.* Step 1 is saved.'),
      ...notices,
      ...when(purpose === 'close', () => [...assignmentFields(actionItems, room)]),
      ...when(purpose === 'close' || newItems !== undefined, () => [newItemsField(actionItems.length, newItems)]),
      ...taught,
    ],
    more: [button({ label: 'Back to step 1', action: buttons.stepBack, value: purpose })],
  });
}

function stepModal(
  { channel, purpose, writing, isSaved = false }: Step,
  step: {
    readonly form: string;
    readonly submit: string;
    readonly sections: readonly NarrativeSection[];
    readonly blocks: KnownBlock[];
    readonly more: readonly Button[];
  },
): Modal {
  const shown = Object.fromEntries(
    step.sections.map((name) => {
      const { text: _, ...shownSection } = shownOf(writing, name);
      return [name, shownSection];
    }),
  );
  return modal({
    form: step.form,
    title: TITLES[purpose],
    submit: step.submit,
    close: 'Not now',
    metadata: writeWritingContext({ channel, purpose, shown, conflicts: [], hasLessonsNext: false }),
    tellsClosing: true,
    blocks: [
      ...step.blocks,
      actions(button({ label: 'Save for later', action: buttons.saveForLater, value: step.form }), ...step.more),
      ...when(isSaved, () => [
        context(`💾 Saved. You can close the form: \`${COMMAND} ${VERBS[purpose]}\` goes on from here.`),
      ]),
    ],
  });
}

function fieldsOf({ writing, replaced }: Step, name: NarrativeSection) {
  const { text, isUnsaved } = shownOf(writing, name);
  return narrativeFields(name, text, { most: isUnsaved ? MOST_PIECES : PIECES, replaced });
}

/** Their own words are before them again, and they are told which. */
export function unsavedNotice(unsaved: readonly UnsavedWords[]): KnownBlock[] {
  const last = unsaved
    .map(({ typedAt }) => typedAt)
    .sort()
    .at(-1);
  if (last === undefined) {
    return [];
  }
  const names = unsaved.map((words) => `*${typedTitle(words.section)}*`).join(', ');
  const text = `✍️ What you typed ${slackTime(last)} and did not send is back: ${names}.`;
  return [section(text, button({ label: 'Drop it', action: buttons.dropUnsaved, value: 'unsaved' }))];
}

export interface PostmortemForm
  extends WritingContext,
    Pick<ReadMilestoneFields, 'withoutTime'>,
    Required<Pick<EditPostmortem, 'narrative' | 'milestones' | 'settlements'>> {}

/** Either step. */
export function readPostmortemModal(view: ViewOutput): PostmortemForm {
  const writing = readWritingContext(view.private_metadata);
  return {
    ...writing,
    ...readMilestoneFields(view),
    narrative: readNarrative(view, writing),
    settlements: readMitigationFields(view),
  };
}
