import type { z } from 'zod';
import { keysAt } from './keys-at.ts';
import type { PolicyProblem } from './policy-problem.ts';
import type { YamlText } from './read-yaml.ts';
import { oneOf } from './scalars.ts';

/** What zod found, where somebody sees it in the file. */
export function explainIssues(issues: readonly z.core.$ZodIssue[], yaml: YamlText): readonly PolicyProblem[] {
  const misspelt = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? meant(issue) : []));
  return issues
    .filter(({ path }) => yaml.has(path.map(String)) || !misspelt.includes(path.join('\n')))
    .flatMap((issue) => explain(issue, yaml));
}

/** The keys that are not missing but written wrong. */
function meant({ keys, path }: { readonly keys: readonly string[]; readonly path: readonly PropertyKey[] }) {
  const known = keysAt(path.map(String));
  return keys.map((key) => [...path, oneOf(known, key)].join('\n'));
}

function explain(issue: z.core.$ZodIssue, yaml: YamlText): readonly PolicyProblem[] {
  const path = issue.path.map(String);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) =>
        yaml.problemAtKey([...path, key], `There is no key ${key}: write ${oneOf(keysAt(path), key)}.`),
      );
    case 'invalid_key':
      return issue.issues.map(({ message }) => yaml.problemAtKey(path, message));
    default:
      return [yaml.problemAt(path, yaml.has(path) ? issue.message : `${missing(path)} ${issue.message}`)];
  }
}

function missing(path: readonly string[]): string {
  const [key, place, list] = path.toReversed();
  return `Add the line ${key}: to ${list === 'steps' ? `step ${Number(place) + 1}` : place}.`;
}
