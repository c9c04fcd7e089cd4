import type { Button, KnownBlock } from '@slack/types';
import { countMusts, type Finding, openFindings } from '../../domain/postmortem/check/finding.ts';
import { groupAlike } from '../../domain/postmortem/check/group-alike.ts';
import type { Level } from '../../domain/postmortem/check/rule.ts';
import { actions, button, context, section, when } from '../blocks/layout.ts';
import { sizeOf } from '../blocks/size.ts';
import { cutTyped } from '../blocks/text.ts';
import { buttons, forms } from '../identifiers.ts';
import { writeFindingName } from '../text/finding-name.ts';
import { formButton } from './form-button.ts';
import { openButton } from './open-button.ts';

const MARKS: Readonly<Record<Level, string>> = { must: '❗', should: '💬', hint: '💡' };

/** A message takes so many characters in all, of which its other parts need some. */
const SHOWN = 8;
const SHOWN_WAIVED = 4;
const TEXT = 350;
const WAIVED_TEXT = 120;
const NAME = 60;

/**
 * Each finding with what mends it: its place opens, or somebody says why it does not hold. Silences are shown as the
 * rows `gaps`. It takes no more than there is `room` for.
 */
export function findingBlocks(findings: readonly Finding[], gaps: readonly KnownBlock[], room: Room): KnownBlock[] {
  const rows = rowsOf(findings.filter((finding) => !isOfGaps(finding))).map((finding) => [
    section(findingText(finding)),
    actions(openButton(finding), waiveButton(finding)),
  ]);
  const silences = openFindings(findings)
    .filter(isOfGaps)
    .flatMap((finding) => [...gaps, section(whyOf(finding), waiveButton(finding))]);
  const waived = groupAlike(findings.filter((finding) => finding.waived !== undefined));
  const kept = [...silences, ...waivedBlocks(waived, LEAST_WAIVED), moreRows(rows.length)];
  const shown = fitting(rows, { blocks: room.blocks - kept.length + 1, size: room.size - sizeOf(kept) });
  const open = [
    ...shown.flat(),
    ...when(rows.length > shown.length, () => [moreRows(rows.length - shown.length)]),
    ...silences,
  ];
  const told = [...open, ...waivedBlocks(waived, room.blocks - open.length)];
  return sizeOf(told) <= room.size ? told : [...open, ...waivedBlocks(waived, LEAST_WAIVED)];
}

/** What a message has left for them. */
interface Room {
  readonly blocks: number;
  /** As Slack counts it. */
  readonly size: number;
}

function moreRows(count: number): KnownBlock {
  return context(`and ${count} more, once these are done`);
}

/** One with its button, and how many more there are. */
const LEAST_WAIVED = 2;

/** As many as there is room for, and for saying how many more there are. */
function fitting(rows: readonly KnownBlock[][], room: Room): readonly KnownBlock[][] {
  const fits = rows.slice(0, SHOWN).filter((_, index) => {
    const blocks = rows.slice(0, index + 1).flat();
    const more = index + 1 < rows.length ? 1 : 0;
    return blocks.length + more <= room.blocks && sizeOf(blocks) <= room.size;
  });
  return rows.slice(0, fits.length);
}

/** What must be mended first, then what the reader alone is told, so that it is not lost among the rest. */
function rowsOf(findings: readonly Finding[]): readonly Finding[] {
  const open = groupAlike(openFindings(findings));
  const isFirst = ({ level }: Finding) => level === 'must';
  const isOwn = (finding: Finding) => finding.isForAuthor && !isFirst(finding);
  return [
    ...open.filter(isFirst),
    ...open.filter(isOwn),
    ...open.filter((finding) => !isFirst(finding) && !isOwn(finding)),
  ];
}

function isOfGaps({ rule }: Finding): boolean {
  return rule === 'unexplained-gap';
}

function waivedBlocks(waived: readonly Finding[], room: number): KnownBlock[] {
  const most = Math.min(SHOWN_WAIVED, room);
  const shown = waived.slice(0, waived.length > most ? Math.min(SHOWN_WAIVED, room - 1) : most);
  return [
    ...shown.map(waivedBlock),
    ...when(waived.length > shown.length, () => [context(`and ${waived.length - shown.length} more were waived`)]),
  ];
}

/** The same in short, where nothing is opened: silences alone can be asked about. */
export function findingLines(findings: readonly Finding[], gaps: readonly KnownBlock[]): KnownBlock[] {
  const open = groupAlike(openFindings(findings));
  const others = open.filter((finding) => !isOfGaps(finding));
  const shown = others.slice(0, SHOWN);
  return [
    ...shown.map(({ level, text }) => context(`${MARKS[level]} ${cutTyped(text, TEXT)}`)),
    ...when(others.length > shown.length, () => [context(`and ${others.length - shown.length} more, in the draft`)]),
    ...when(open.some(isOfGaps), () => [...gaps]),
  ];
}

/** `The check found 2 things to mend and has 3 suggestions.` */
export function verdict(findings: readonly Finding[]): string {
  const open = openFindings(findings);
  const musts = countMusts(findings);
  if (open.length === 0) {
    return 'The check finds nothing missing.';
  }
  const suggestions = counted(open.length - musts, 'suggestion');
  return musts === 0
    ? `The check has ${suggestions}.`
    : `The check found ${counted(musts, 'thing')} to mend and has ${suggestions}.`;
}

function counted(count: number, thing: string): string {
  return `${count === 0 ? 'no' : count} ${thing}${count === 1 ? '' : 's'}`;
}

function findingText(finding: Finding): string {
  return `${MARKS[finding.level]} ${cutTyped(finding.text, TEXT)}\n${whyOf(finding)}`;
}

function whyOf({ why, rule, isForAuthor }: Finding): string {
  return `_${why}_${isForAuthor ? ' Only you are told.' : ''} \`${rule}\``;
}

function waiveButton(finding: Finding): Button {
  return formButton('Waive…', forms.waive, undefined, writeFindingName(finding));
}

function waivedBlock(finding: Finding): KnownBlock {
  const { waived, rule, text } = finding;
  const who = waived === undefined ? '' : `${cutTyped(waived.by, NAME)}: ${cutTyped(waived.reason, WAIVED_TEXT)}`;
  const takeBack = button({ label: 'Take back', action: buttons.takeBackWaiver, value: writeFindingName(finding) });
  return section(`☑️ Waived by ${who}\n_${cutTyped(text, WAIVED_TEXT)}_ \`${rule}\``, takeBack);
}
