import { countMusts, type Finding, openFindings } from '../check/finding.ts';
import { groupAlike } from '../check/group-alike.ts';
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
