import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { NARRATIVE_SECTIONS, type NarrativeEntry, type NarrativeSection } from '../../domain/postmortem/narrative.ts';
import { NARRATIVE_TITLES } from '../../domain/postmortem/outline/section-titles.ts';
import type { SectionHistory } from '../../use-cases/postmortem/read-writing.ts';
import { type Modal, modal } from '../blocks/fields.ts';
import { actions, button, context, quote, section, when } from '../blocks/layout.ts';
import { buttons, forms } from '../identifiers.ts';
import { sectionButton } from '../messages/section-buttons.ts';
import { writtenBy } from '../text/written-by.ts';
import { type WritingContext, writeWritingContext } from './writing-metadata.ts';

/** Of the 100 that Slack takes; the others say what the page is. */
const MOST_BLOCKS = 60;
/** Slack takes 250 kB of a form. */
const MOST_CHARACTERS = 40_000;

/** What was written of a section, the newest first, page by page; `note` says what has just become of it. */
export function historyModal(
  { channel, panel }: Pick<WritingContext, 'channel' | 'panel'>,
  { section: name, entries }: SectionHistory,
  view: { readonly page: number; readonly note?: string },
): Modal {
  const current = entries.findLast(({ isAside }) => !isAside);
  const pages = pagesOf(entries.toReversed());
  const page = Math.max(0, Math.min(view.page, pages.length - 1));
  return modal({
    form: forms.history,
    title: NARRATIVE_TITLES[name],
    close: 'Close',
    metadata: writeWritingContext({
      channel,
      purpose: 'write',
      shown: {},
      conflicts: [],
      hasLessonsNext: false,
      panel,
    }),
    blocks: [
      section(view.note ?? 'Every version that was saved, the newest first. None is ever deleted.'),
      ...(pages[page] ?? []).flatMap((entry) => entryBlocks(entry, current)),
      actions(
        sectionButton('Edit', name),
        ...(page > 0 ? [turn('Newer', `${name}:${page - 1}`, 'newer')] : []),
        ...(page < pages.length - 1 ? [turn('Older', `${name}:${page + 1}`, 'older')] : []),
      ),
    ],
  });
}

const Section = z.enum(NARRATIVE_SECTIONS);
const Count = z.coerce.number().int().min(0);

/** `summary:2`, as the buttons that turn pages carry it. */
export function readHistoryPage(value: string): { readonly name: NarrativeSection; readonly page: number } {
  const [name, page] = z.tuple([Section, Count]).parse(value.split(':'));
  return { name, page };
}

/** `summary:1:3`: the version to take up again, and the one that stood when it was offered. */
export function readVersion(value: string) {
  const [section, version, shownVersion] = z.tuple([Section, Count, Count]).parse(value.split(':'));
  return { section, version, shownVersion };
}

function turn(label: string, value: string, variant: string) {
  return button({ label, action: `${buttons.historyPage}:${variant}`, value });
}

function entryBlocks(entry: NarrativeEntry, current: NarrativeEntry | undefined): KnownBlock[] {
  const { version, text, isAside, section: name } = entry;
  const holds = version === current?.version;
  const state = holds ? ' · *this one stands*' : isAside ? ' · set aside: somebody else wrote at the same time' : '';
  const value = `${name}:${version}:${current?.version ?? 0}`;
  return [
    context(`*Version ${version}:* ${writtenBy(entry)}${state}`),
    ...(text === '' ? [context('_Emptied._')] : quote(text).slice(0, MOST_BLOCKS)),
    ...when(!holds && text !== '', () => [
      actions(button({ label: `Take version ${version} up again`, action: buttons.restoreVersion, value })),
    ]),
  ];
}

/** As many on a page as fit, and one at least. */
function pagesOf(entries: readonly NarrativeEntry[]): readonly (readonly NarrativeEntry[])[] {
  const pages: NarrativeEntry[][] = [];
  let [blocks, characters] = [0, 0];
  for (const entry of entries) {
    const more = entryBlocks(entry, undefined).length;
    const last = pages.at(-1);
    if (last === undefined || blocks + more > MOST_BLOCKS || characters + entry.text.length > MOST_CHARACTERS) {
      pages.push([entry]);
      [blocks, characters] = [more, entry.text.length];
    } else {
      last.push(entry);
      [blocks, characters] = [blocks + more, characters + entry.text.length];
    }
  }
  return pages;
}
