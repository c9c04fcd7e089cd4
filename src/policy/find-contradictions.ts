import type { Policy } from '../domain/policy.ts';
import { actionItemContradictions } from './action-item-contradictions.ts';
import { calendarContradictions } from './calendar-contradictions.ts';
import { type Contradiction, unlistedSeverity } from './contradiction.ts';
import { emojiName } from './emoji-name.ts';
import { escalationContradictions } from './escalation-contradictions.ts';
import { hookContradictions } from './hook-contradictions.ts';
import type { PolicyFile } from './policy-file.ts';
import { rotaContradictions } from './rota-contradictions.ts';

/** What is wrong between lines that are each right. */
export function findContradictions(file: PolicyFile, policy: Policy): readonly Contradiction[] {
  return [
    ...defaultSeverity(file, policy),
    ...orderOfSeverities(policy),
    ...repeatedReactions(file),
    ...rotaContradictions(policy),
    ...escalationContradictions(file, policy),
    ...hookContradictions(policy),
    ...dueSeverities(file, policy),
    ...actionItemContradictions(file, policy),
    ...calendarContradictions(file),
  ];
}

function defaultSeverity(file: PolicyFile, policy: Policy): readonly Contradiction[] {
  const unknown = unlistedSeverity({ name: policy.defaultSeverity, path: ['default_severity'] }, policy.severities);
  if (file.default_severity !== undefined || unknown.length === 0) {
    return unknown;
  }
  const choice = policy.severities.map(({ name }) => name).join(', ');
  return [
    {
      path: ['severities'],
      sentence: `Add the line default_severity: with one of ${choice}, because ${policy.defaultSeverity}, which it is otherwise, is not listed.`,
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

function dueSeverities({ postmortems }: PolicyFile, { severities }: Policy): readonly Contradiction[] {
  return Object.keys(postmortems?.due ?? {}).flatMap((name) =>
    unlistedSeverity({ name, path: ['postmortems', 'due', name] }, severities),
  );
}
