import type { Finding } from '../finding.ts';
import type { Block } from './outline.ts';
import { SECTION_TITLES } from './section-titles.ts';

const LEVELS = [
  { level: 'must', label: 'Before others read it' },
  { level: 'should', label: 'To make it better' },
] as const;

export function outlineFindings(findings: readonly Finding[]): readonly Block[] {
  return LEVELS.flatMap(({ level, label }): readonly Block[] => {
    const entries = findings
      .filter((finding) => finding.level === level)
      .map(({ section, text }) => ({ section, about: SECTION_TITLES[section], text }));
    return entries.length === 0
      ? []
      : [
          { kind: 'label', text: label },
          { kind: 'findings', findings: entries },
        ];
  });
}

export function outlineNotice(findings: readonly Finding[]): string | undefined {
  if (findings.length === 0) {
    return undefined;
  }
  const musts = findings.filter(({ level }) => level === 'must').length;
  const shoulds = findings.length - musts;
  const parts = [
    ...(musts === 0 ? [] : [`${things(musts)} must still be mended`]),
    ...(shoulds === 0 ? [] : [`${musts === 0 ? things(shoulds) : shoulds} would make it better`]),
  ];
  return `This is a draft: ${parts.join(' and ')}.`;
}

function things(count: number): string {
  return count === 1 ? '1 thing' : `${count} things`;
}
