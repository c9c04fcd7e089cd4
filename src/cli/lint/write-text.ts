import { SECTION_TITLES } from '../../domain/postmortem/outline/section-titles.ts';
import { shorten } from '../../domain/shorten.ts';
import type { WriteLinted } from './lint-format.ts';
import { countOf, type Linted } from './linted.ts';
import { printable } from './printable.ts';

/** `file:line: level rule: text`, and below the first finding of each rule why it matters; then what was understood. */
export const writeText: WriteLinted = (linted) => {
  const files = linted.map((one) => [
    ...findingLines(one),
    understoodLine(one),
    ...unreadLines(one),
    summaryLine(one),
    '',
  ]);
  return files.flat().slice(0, -1);
};

function findingLines({ file, findings }: Linted): readonly string[] {
  const told = new Set<string>();
  return findings.flatMap(({ line, level, rule, text, why }) => {
    const first = `${printable(file)}:${line}: ${level} ${rule}: ${printable(text)}`;
    const isTold = told.has(rule);
    told.add(rule);
    return isTold ? [first] : [first, `    ${printable(why)}`];
  });
}

/** `understood: summary, impact, 8 events, 3 action items` */
function understoodLine({ file, understood }: Linted): string {
  const { sections, events, actionItems } = understood;
  const parts = [
    ...sections.map((section) => SECTION_TITLES[section].toLowerCase()),
    ...(events === 0 ? [] : [`${events} ${events === 1 ? 'event' : 'events'}`]),
    ...(actionItems === 0 ? [] : [`${actionItems} action ${actionItems === 1 ? 'item' : 'items'}`]),
  ];
  return `${printable(file)}: understood: ${parts.length === 0 ? 'nothing' : parts.join(', ')}`;
}

const LONGEST = 80;

function unreadLines({ file, unread }: Linted): readonly string[] {
  return unread.map(
    ({ line, text }) => `${printable(file)}:${line}: not understood: ${shorten(printable(text), LONGEST)}`,
  );
}

function summaryLine(one: Linted): string {
  return `${printable(one.file)}: ${countLevels(one)}.`;
}

/** `2 must, 1 should, 1 hint` */
export function countLevels(one: Linted): string {
  const [must, should, hint] = [countOf([one], 'must'), countOf([one], 'should'), countOf([one], 'hint')];
  const lines = one.unread.length;
  const counts = [
    ...(must === 0 ? [] : [`${must} must`]),
    ...(should === 0 ? [] : [`${should} should`]),
    ...(hint === 0 ? [] : [`${hint} ${hint === 1 ? 'hint' : 'hints'}`]),
  ];
  const found = counts.length === 0 ? 'nothing to mend' : counts.join(', ');
  return lines === 0 ? found : `${found}; ${lines} ${lines === 1 ? 'line' : 'lines'} not understood`;
}
