import type { KnownBlock } from '@slack/types';
import type { NarrativeEntry } from '../../domain/postmortem/narrative.ts';
import { NARRATIVE_TITLES } from '../../domain/postmortem/outline/section-titles.ts';
import type { SectionHistory } from '../../use-cases/postmortem/read-writing.ts';
import type { Conflict } from '../../use-cases/postmortem/write-narrative.ts';
import { type Modal, modal } from '../blocks/fields.ts';
import { actions, button, context, quote, section } from '../blocks/layout.ts';
import { buttons, forms } from '../identifiers.ts';
import { writtenBy } from '../text/written-by.ts';
import { narrativeFields } from './narrative-fields.ts';
import { type WritingContext, writeWritingContext } from './writing-metadata.ts';

/** Both stand below once more, whole, in the field that merges them. */
const MOST_BLOCKS = 12;
const MOST_PIECES = 20;

/** Two wrote a section at once: both texts, and three ways on. The first of `context.conflicts` is asked about. */
export function conflictModal(
  writing: Omit<WritingContext, 'shown'>,
  conflict: Conflict,
  { entries }: SectionHistory,
): Modal {
  const { section: name } = conflict;
  const [theirs, mine] = [textOf(entries, conflict.theirs), textOf(entries, conflict.mine)];
  const count = writing.conflicts.length;
  return modal({
    form: forms.conflict,
    title: 'Two wrote at once',
    submit: 'Save the merged text',
    close: 'Decide later',
    metadata: writeWritingContext({ ...writing, shown: { [name]: { version: conflict.theirs, isUnsaved: true } } }),
    tellsClosing: true,
    blocks: [
      section(
        `*${NARRATIVE_TITLES[name]}*: somebody else wrote while you did.${count > 1 ? ` (${count - 1} more after this one.)` : ''} Nothing is lost: both are kept among its versions.`,
      ),
      context(`*What stands now:* ${by(entries, conflict.theirs)}`),
      ...quoted(theirs),
      context('*What you wrote:*'),
      ...quoted(mine),
      actions(
        button({ label: 'Keep theirs', action: buttons.keepTheirs, value: name }),
        button({ label: 'Take mine', action: buttons.takeMine, value: name }),
      ),
      section('Or make one text of both:'),
      ...narrativeFields(name, `${theirs}\n\n${mine}`.trim(), { most: MOST_PIECES, variant: `${conflict.mine}` }),
    ],
  });
}

function textOf(entries: readonly NarrativeEntry[], version: number): string {
  return entries.find((entry) => entry.version === version)?.text ?? '';
}

function by(entries: readonly NarrativeEntry[], version: number): string {
  const entry = entries.find((each) => each.version === version);
  return entry === undefined ? 'somebody' : writtenBy(entry);
}

function quoted(text: string): KnownBlock[] {
  const blocks = quote(text);
  const shown = blocks.slice(0, MOST_BLOCKS);
  return [
    ...(text === '' ? [context('_Nothing: it was emptied._')] : shown),
    ...(blocks.length > shown.length ? [context('The rest stands in the field below.')] : []),
  ];
}
