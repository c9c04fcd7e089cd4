import type { Finding } from './finding.ts';

const NAMED = 3;
/** What a finding says of one thing that it names. */
const OF_ONE = /^(?<name>“[^”]+”) (?<says>.*)$/su;

/** Of several things of which the same is said, it is said once. */
export function groupAlike(findings: readonly Finding[]): readonly Finding[] {
  const saysOf = ({ text }: Finding) => OF_ONE.exec(text)?.groups?.says;
  const keyOf = (finding: Finding) => `${finding.rule} ${saysOf(finding) ?? finding.text}`;
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    groups.set(key, groups.get(key) ?? []);
    groups.get(key)?.push(finding);
  }
  return [...groups.values()].flatMap((alike) => {
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
