import type { Button, KnownBlock } from '@slack/types';
import { countMusts, type Finding, openFindings } from '../../domain/postmortem/check/finding.ts';
import type { Level } from '../../domain/postmortem/check/rule.ts';
import { NARRATIVE_SECTIONS } from '../../domain/postmortem/narrative.ts';
import { actions, button, context, section, when } from '../blocks/layout.ts';
import { cut, escapeMrkdwn } from '../blocks/text.ts';
import { buttons, type FormName, forms } from '../identifiers.ts';
import { writeFindingName } from '../text/finding-name.ts';
import { formButton } from './form-button.ts';
import { sectionButton } from './section-buttons.ts';

const MARKS: Readonly<Record<Level, string>> = { must: '❗', should: '💬', hint: '💡' };

/** Two blocks for each: a message takes fifty, and so many characters in all, of which its other parts need some. */
const SHOWN = 8;
const SHOWN_WAIVED = 4;
const TEXT = 350;
const WAIVED_TEXT = 120;
const NAME = 60;

/** Each finding with what mends it: its place opens, or somebody says why it does not hold. */
export function findingBlocks(findings: readonly Finding[]): KnownBlock[] {
  const open = openFindings(findings);
  const waived = findings.filter((finding) => finding.waived !== undefined);
  const hidden = open.length - SHOWN;
  return [
    ...open.slice(0, SHOWN).flatMap((finding) => [section(findingText(finding)), findingButtons(finding)]),
    ...when(hidden > 0, () => [context(`and ${hidden} more, once these are done`)]),
    ...waived.slice(0, SHOWN_WAIVED).map(waivedBlock),
    ...when(waived.length > SHOWN_WAIVED, () => [context(`and ${waived.length - SHOWN_WAIVED} more were waived`)]),
  ];
}

/** The same in short, where nothing can be pressed. */
export function findingLines(findings: readonly Finding[]): KnownBlock[] {
  const open = openFindings(findings);
  const shown = open.slice(0, SHOWN);
  return [
    ...shown.map(({ level, text }) => context(`${MARKS[level]} ${cut(escapeMrkdwn(text), TEXT)}`)),
    ...when(open.length > shown.length, () => [context(`and ${open.length - shown.length} more, in the draft`)]),
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

function findingText({ level, text, why, rule, isForAuthor }: Finding): string {
  const only = isForAuthor ? ' Only you are told.' : '';
  return `${MARKS[level]} ${cut(escapeMrkdwn(text), TEXT)}\n_${why}_${only} \`${rule}\``;
}

function findingButtons(finding: Finding): KnownBlock {
  return actions(openButton(finding), formButton('Waive…', forms.waive, undefined, writeFindingName(finding)));
}

/** Opens the form in which it can be mended. */
function openButton({ rule, place }: Finding): Button {
  const { eventId, actionItemId, milestone, part, section: at } = place;
  const open = (form: FormName, value?: string) => formButton('Open', form, undefined, value);
  if (rule === 'mitigation-open') {
    return open(forms.mitigations);
  }
  if (milestone !== undefined) {
    return open(forms.milestones);
  }
  if (actionItemId !== undefined) {
    return open(forms.editActionItem, actionItemId);
  }
  switch (at) {
    case 'action-items':
      return open(forms.actionItem);
    case 'escalations':
    case 'detection':
      return open(forms.addToTimeline);
    case 'timeline':
    case 'root-causes':
      return eventId === undefined ? openPart(at, part) : open(forms.editEvent, eventId);
    default:
      return openPart(at, part);
  }
}

function openPart(at: Finding['place']['section'], part: Finding['place']['part']): Button {
  return at === 'timeline'
    ? formButton('Open', forms.addToTimeline)
    : sectionButton('Open', NARRATIVE_SECTIONS.find((name) => name === (part ?? at)) ?? 'summary');
}

function waivedBlock(finding: Finding): KnownBlock {
  const { waived, rule, text } = finding;
  const who =
    waived === undefined
      ? ''
      : `${cut(escapeMrkdwn(waived.by), NAME)}: ${cut(escapeMrkdwn(waived.reason), WAIVED_TEXT)}`;
  const takeBack = button({ label: 'Take back', action: buttons.takeBackWaiver, value: writeFindingName(finding) });
  return section(`☑️ Waived by ${who}\n_${cut(escapeMrkdwn(text), WAIVED_TEXT)}_ \`${rule}\``, takeBack);
}
