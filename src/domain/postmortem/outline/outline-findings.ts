import { countMusts, type Finding, openFindings } from '../check/finding.ts';
import type { Block, FindingEntry } from './outline.ts';
import { SECTION_TITLES } from './section-titles.ts';

const LEVELS = [
  { level: 'must', label: 'Before others read it' },
  { level: 'should', label: 'To make it better' },
  { level: 'hint', label: 'Worth a look' },
] as const;

export function outlineFindings(findings: readonly Finding[]): readonly Block[] {
  const open = openFindings(findings);
  return [
    ...LEVELS.flatMap(({ level, label }) =>
      labelled(
        label,
        groupAlike(open.filter((finding) => finding.level === level)).map((finding) =>
          entryOf(finding, `${finding.why} (${finding.rule})`),
        ),
      ),
    ),
    ...labelled(
      'Waived',
      findings.flatMap((finding) => {
        const { waived, rule } = finding;
        return waived === undefined ? [] : entryOf(finding, `${waived.by} waived it: ${waived.reason} (${rule})`);
      }),
    ),
  ];
}

const NAMED = 3;
/** What a finding says of one thing that it names. */
const OF_ONE = /^(?<name>“[^”]+”) (?<says>.*)$/su;

/** Of several things of which the same is said, it is said once. */
function groupAlike(findings: readonly Finding[]): readonly Finding[] {
  const saysOf = ({ text }: Finding) => OF_ONE.exec(text)?.groups?.says;
  const keyOf = (finding: Finding) => `${finding.rule} ${saysOf(finding) ?? finding.text}`;
  const keys = [...new Set(findings.map(keyOf))];
  return keys.flatMap((key) => {
    const alike = findings.filter((finding) => keyOf(finding) === key);
    const [first] = alike;
    const says = first && saysOf(first);
    if (first === undefined || says === undefined || alike.length === 1) {
      return alike;
    }
    const names = alike.map(({ text }) => OF_ONE.exec(text)?.groups?.name ?? '');
    return [{ ...first, text: `${inWords(names)}: each ${says}` }];
  });
}

function inWords(names: readonly string[]): string {
  const shown = names.slice(0, NAMED);
  const parts = names.length > NAMED ? [...shown, `${names.length - NAMED} more`] : shown;
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

function labelled(text: string, findings: readonly FindingEntry[]): readonly Block[] {
  return findings.length === 0
    ? []
    : [
        { kind: 'label', text },
        { kind: 'findings', findings },
      ];
}

function entryOf({ place: { section }, text }: Finding, note: string): FindingEntry {
  return { section, about: SECTION_TITLES[section], text, note };
}

export function outlineNotice(findings: readonly Finding[]): string | undefined {
  const musts = countMusts(findings);
  const shoulds = openFindings(findings).filter(({ level }) => level === 'should').length;
  const parts = [
    ...(musts === 0 ? [] : [`${things(musts)} must still be mended`]),
    ...(shoulds === 0 ? [] : [`${musts === 0 ? things(shoulds) : shoulds} would make it better`]),
  ];
  return parts.length === 0 ? undefined : `This is a draft: ${parts.join(' and ')}.`;
}

function things(count: number): string {
  return count === 1 ? '1 thing' : `${count} things`;
}
