import type { Policy } from '../domain/policy.ts';
import type { PolicyFile } from './policy-file.ts';
import { emojiName } from './reaction-table.ts';

export interface Contradiction {
  readonly path: readonly string[];
  readonly sentence: string;
}

/** What is wrong between lines that are each right. */
export function findContradictions(file: PolicyFile, policy: Policy): readonly Contradiction[] {
  return [...defaultSeverity(file, policy), ...orderOfSeverities(policy), ...repeatedReactions(file)];
}

function defaultSeverity(file: PolicyFile, policy: Policy): readonly Contradiction[] {
  const names = policy.severities.map(({ name }) => name);
  if (names.includes(policy.defaultSeverity)) {
    return [];
  }
  const choice = `one of ${names.join(', ')}`;
  return file.default_severity === undefined
    ? [
        {
          path: ['severities'],
          sentence: `Add the line default_severity: with ${choice}, because ${policy.defaultSeverity}, which it is otherwise, is not listed.`,
        },
      ]
    : [
        {
          path: ['default_severity'],
          sentence: `Write ${choice}, or list ${policy.defaultSeverity} under severities.`,
        },
      ];
}

function orderOfSeverities({ severities }: Policy): readonly Contradiction[] {
  return severities.flatMap(({ name }, index) => {
    const before = severities[index - 1]?.name;
    return before === undefined || before < name
      ? []
      : [
          {
            path: ['severities', name],
            sentence: `Write ${name} above ${before}: the worst severity, with the lowest number, comes first.`,
          },
        ];
  });
}

function repeatedReactions({ reactions = {} }: PolicyFile): readonly Contradiction[] {
  const written = Object.keys(reactions);
  return written
    .filter((name, index) => written.findIndex((other) => emojiName(other) === emojiName(name)) < index)
    .map((name) => ({ path: ['reactions', name], sentence: `${emojiName(name)} is written twice: keep one of them.` }));
}
