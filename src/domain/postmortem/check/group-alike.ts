import { fingerprint } from '../fingerprint.ts';
import type { Finding } from './finding.ts';

const NAMED = 3;
/** What a finding says of one thing that it names, which may hold quotes, and may have been cut short within them. */
const OF_ONE = /^(?<name>“(?:[^“”]|“[^“”]*”)+”|“[^”]*…”) (?<says>.*)$/su;

/** Of several things of which the same is said, it is said once; of waived ones, where that was for one reason. */
export function groupAlike(findings: readonly Finding[]): readonly Finding[] {
  return groupsOf(findings).flatMap((alike) => {
    const [first] = alike;
    const says = first && saysOf(first);
    if (first === undefined || says === undefined || alike.length === 1) {
      return alike;
    }
    const names = alike.map(({ text }) => OF_ONE.exec(text)?.groups?.name ?? '');
    return [{ ...first, text: `${inWords(names)}: each ${says}` }];
  });
}

/** Those that are said together with this one, and itself. */
export function alikeTo(finding: Finding, findings: readonly Finding[]): readonly Finding[] {
  const group = groupsOf(findings).find((alike) => alike.includes(finding)) ?? [];
  return saysOf(finding) === undefined ? [finding] : group;
}

/** Names all of them: one more or one less has another name. */
export function nameOfAll(findings: readonly Finding[]): string {
  return fingerprint(findings.map(({ placeKey }) => placeKey).join(' '));
}

function groupsOf(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { rule, text, waived } = finding;
    const key = [rule, waived?.at, waived?.by, waived?.reason, saysOf(finding) ?? text].join(' ');
    groups.set(key, groups.get(key) ?? []);
    groups.get(key)?.push(finding);
  }
  return [...groups.values()];
}

function saysOf({ text }: Finding): string | undefined {
  return OF_ONE.exec(text)?.groups?.says;
}

function inWords(names: readonly string[]): string {
  const shown = names.slice(0, NAMED);
  const parts = names.length > NAMED ? [...shown, `${names.length - NAMED} more`] : shown;
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
