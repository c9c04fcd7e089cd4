import { NARRATIVE_TITLES } from '../../domain/postmortem/outline/section-titles.ts';
import type { SectionHistory, Writing } from '../../use-cases/postmortem/read-writing.ts';
import { type Modal, modal } from '../blocks/fields.ts';
import { actions, button, context, when } from '../blocks/layout.ts';
import { buttons, forms } from '../identifiers.ts';
import { writtenBy } from '../text/written-by.ts';
import { narrativeFields, shownOf } from './narrative-fields.ts';
import { MOST_PIECES, unsavedNotice } from './postmortem-modal.ts';
import { type WritingContext, writeWritingContext } from './writing-metadata.ts';

/** One section alone; `panel` is where the panel that it was opened from can be drawn anew. */
export function sectionModal(
  { channel, panel }: Pick<WritingContext, 'channel' | 'panel'>,
  writing: Writing,
  { section, entries }: Pick<SectionHistory, 'section' | 'entries'>,
): Modal {
  const { text, ...shown } = shownOf(writing, section);
  const entry = writing.record.narrative.find((each) => each.section === section);
  return modal({
    form: forms.section,
    title: NARRATIVE_TITLES[section],
    submit: 'Save',
    close: 'Not now',
    metadata: writeWritingContext({
      channel,
      purpose: 'write',
      shown: { [section]: shown },
      conflicts: [],
      hasLessonsNext: false,
      panel,
    }),
    tellsClosing: true,
    blocks: [
      ...unsavedNotice(writing.unsaved.filter((words) => words.section === section)),
      ...narrativeFields(section, text, { most: MOST_PIECES }),
      context(entry === undefined ? startOf(text) : `Version ${entry.version}: ${writtenBy(entry)}`),
      ...when(entries.length > 1, () => [
        actions(button({ label: 'Earlier versions', action: buttons.historyPage, value: `${section}:0` })),
      ]),
    ],
  });
}

function startOf(text: string): string {
  return text === ''
    ? 'Nobody has written this yet.'
    : 'Nobody has written this yet. This is what the record says; left as it is, it follows the record.';
}
