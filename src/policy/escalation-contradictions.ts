import type { EscalationPolicy, Step } from '../domain/escalation/escalation-policy.ts';
import type { Target } from '../domain/escalation/target.ts';
import type { Policy } from '../domain/policy.ts';
import { type Contradiction, unlisted, unlistedSeverity } from './contradiction.ts';
import type { PolicyFile } from './policy-file.ts';

const KEY = 'escalation_policies';

export function escalationContradictions(file: PolicyFile, policy: Policy): readonly Contradiction[] {
  return [
    ...policy.escalationPolicies.flatMap((escalation) => [
      ...stepsThatCallNobody(policy, escalation.steps, [KEY, escalation.name]),
      ...workingHours(policy, escalation),
    ]),
    ...severities(policy),
    ...Object.keys(file.ask_again_minutes ?? {}).flatMap((name) =>
      unlistedSeverity({ name, path: ['ask_again_minutes', name] }, policy.severities),
    ),
  ];
}

function stepsThatCallNobody(
  policy: Policy,
  steps: readonly Step[],
  path: readonly string[],
): readonly Contradiction[] {
  return steps.flatMap(({ targets }, step) =>
    targets.flatMap((target, place) =>
      unknownTarget(policy, target, [...path, 'steps', `${step}`, 'call', `${place}`]),
    ),
  );
}

function unknownTarget(policy: Policy, target: Target, path: readonly string[]): readonly Contradiction[] {
  switch (target.kind) {
    case 'rota':
      return unlisted({ name: target.name, key: 'rotas', path }, namesOf(policy.rotas));
    case 'webhook':
      return unlisted({ name: target.name, key: 'webhooks', path }, namesOf(policy.webhooks));
    default:
      return [];
  }
}

function workingHours(policy: Policy, { name, workingHours: hours }: EscalationPolicy): readonly Contradiction[] {
  if (hours === undefined) {
    return [];
  }
  const path = [KEY, name, 'working_hours'];
  const past = `: hours past midnight cannot be written, so make ${hours.until} to ${hours.from} the working hours, and swap their steps and the policy's`;
  const sentence = `Write a time later than ${hours.from}${hours.from === hours.until ? '' : past}.`;
  return [
    ...stepsThatCallNobody(policy, hours.steps, path),
    ...(hours.from < hours.until ? [] : [{ path: [...path, 'until'], sentence }]),
  ];
}

function severities(policy: Policy): readonly Contradiction[] {
  const listed = policy.escalationPolicies.flatMap(({ name: owner, severities }) =>
    severities.map((name, place) => ({ name, owner, path: [KEY, owner, 'severities', `${place}`] })),
  );
  return listed.flatMap(({ name, path }, index) => {
    const before = listed.slice(0, index).find((other) => other.name === name);
    return before === undefined
      ? unlistedSeverity({ name, path }, policy.severities)
      : [{ path, sentence: `Take ${name} out here or above: it calls the escalation policy ${before.owner} already.` }];
  });
}

function namesOf(listed: readonly { readonly name: string }[]): readonly string[] {
  return listed.map(({ name }) => name);
}
