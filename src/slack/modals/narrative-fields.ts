import type { ViewOutput } from '@slack/bolt';
import type { InputBlock } from '@slack/types';
import type { NarrativeSection } from '../../domain/postmortem/narrative.ts';
import { NARRATIVE_TITLES } from '../../domain/postmortem/outline/section-titles.ts';
import { suggestNarrative } from '../../domain/postmortem/suggest-narrative.ts';
import type { Words } from '../../domain/postmortem/weigh-words.ts';
import type { Writing } from '../../use-cases/postmortem/read-writing.ts';
import type { Narrative } from '../../use-cases/postmortem/write-narrative.ts';
import { textField } from '../blocks/fields.ts';
import { isCut } from '../blocks/limits.ts';
import { sectionHint } from '../text/section-hint.ts';
import { readShownWhole, readText } from './read-fields.ts';
import { isGlue, joinPieces, type Piece, splitText } from './split-text.ts';
import type { ShownSection, WritingContext } from './writing-metadata.ts';

/** What a form shows of a section: the reader's own unsaved words, else those that hold, else the record's. */
export function shownOf(writing: Writing, section: NarrativeSection): ShownSection & { readonly text: string } {
  const unsaved = writing.unsaved.find((words) => words.section === section);
  if (unsaved !== undefined) {
    const { text, shownVersion, shownLength } = unsaved;
    return { text, version: shownVersion, isUnsaved: true, length: shownLength };
  }
  const entry = writing.record.narrative.find((each) => each.section === section);
  const text = suggestNarrative(writing.record)[section] ?? '';
  return { text, version: entry?.version ?? 0, isUnsaved: false };
}

/**
 * A field for a section; a long text takes several, `most` at most. All of them are heard as they are typed into. Slack
 * leaves what stands in a field that keeps its name where one form takes the place of another: a `variant` is new, and so
 * are those that hold something else in the form that is `replaced`.
 */
export function narrativeFields(
  section: NarrativeSection,
  text: string,
  {
    most,
    replaced,
    ...named
  }: { readonly most: number; readonly variant?: string; readonly replaced?: ViewOutput | undefined },
): readonly InputBlock[] {
  const pieces = splitText(text, most);
  const variant = replaced === undefined || holds(replaced, section, pieces) ? named.variant : replaced.hash;
  const hint = sectionHint[section];
  const further = `${section}${PART}${variant === undefined ? '' : `${variant}.`}`;
  return pieces.map((piece, index) =>
    textField({
      name: index === 0 && variant === undefined ? section : `${further}${index}${piece.glue}`,
      label: index === 0 ? NARRATIVE_TITLES[section] : `${NARRATIVE_TITLES[section]}, continued`,
      isMultiline: true,
      isOptional: true,
      isHeard: true,
      initial: piece.text,
      ...(hint === undefined || index > 0 ? {} : { hint }),
    }),
  );
}

/** Between a section and the number of a further field of it, whose last letter says how they hang together. */
const PART = '~';

/** The section that a field belongs to. */
export function sectionOfField(name: string): string {
  return name.split(PART)[0] ?? '';
}

/** The first field of a section. */
export function fieldOfSection(view: ViewOutput, section: NarrativeSection): string {
  return namesOf(view, section)[0] ?? section;
}

/** What the form held of all its sections. */
export function readNarrative(view: ViewOutput, { shown }: Pick<WritingContext, 'shown'>): Narrative {
  return Object.fromEntries(
    Object.entries(shown).map(([section, before]) => [section, readWords(view, section as NarrativeSection, before)]),
  );
}

export function readWords(view: ViewOutput, section: NarrativeSection, before: ShownSection): Words {
  const names = namesOf(view, section);
  const shown = names.map((name) => pieceOf(name, readShownWhole(view, name)));
  const pieces = names.map((name) => pieceOf(name, readText(view, name)));
  // Their own words of before are theirs, changed or not.
  if (before.isUnsaved || pieces.some((piece, index) => piece.text !== shown[index]?.text.trim())) {
    const isWhole = before.isUnsaved || !isCut(shown.at(-1)?.text ?? '');
    const shownLength = before.length ?? (isWhole ? undefined : joinPieces(shown).length - 1);
    return { kind: 'typed', text: joinPieces(pieces), shownVersion: before.version, shownLength };
  }
  return { kind: 'as-shown' };
}

function holds(view: ViewOutput, section: NarrativeSection, pieces: readonly Piece[]): boolean {
  const held = namesOf(view, section).map((name) => pieceOf(name, readText(view, name)));
  return held.every(({ glue, text }, index) => {
    const piece = pieces[index];
    return pieces.length === held.length && glue === piece?.glue && text === piece.text.trim();
  });
}

function namesOf({ blocks }: ViewOutput, section: NarrativeSection): readonly string[] {
  return blocks
    .map(({ block_id }) => block_id ?? '')
    .filter((name) => name === section || name.startsWith(`${section}${PART}`));
}

function pieceOf(name: string, text: string): Piece {
  const letter = name.includes(PART) ? name.at(-1) : undefined;
  return { glue: isGlue(letter) ? letter : 'x', text };
}
