import { readPolicy } from '../../src/policy.ts';

/** What is wrong with a policy file, as `line:column sentence`. */
export function policyProblems(yaml: string): readonly string[] {
  const policy = readPolicy(yaml, 'team.yaml');
  return policy.ok ? [] : policy.refusal.map(({ line, column, sentence }) => `${line}:${column} ${sentence}`);
}
