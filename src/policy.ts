export { defaultPolicy } from './policy/default-policy.ts';
export { loadPolicy } from './policy/load-policy.ts';
export type { PolicyProblem } from './policy/policy-problem.ts';
export { readPolicy } from './policy/read-policy.ts';
