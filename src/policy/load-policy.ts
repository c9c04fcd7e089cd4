import { readFileSync } from 'node:fs';
import type { Policy } from '../domain/policy.ts';
import { accept, type Result, refuse } from '../domain/result.ts';
import { defaultPolicy } from './default-policy.ts';
import { explainPolicyProblem } from './policy-problem.ts';
import { readPolicy } from './read-policy.ts';

const USUAL_FILE = 'faultline.yaml';

export interface LoadedPolicy {
  readonly policy: Policy;
  /** Missing where there is none, so that the defaults hold. */
  readonly file: string | undefined;
}

/** Reads the file that somebody named, which must be there, or else `faultline.yaml`, which need not. Refuses with lines to print. */
export function loadPolicy(named: string | undefined): Result<LoadedPolicy, readonly string[]> {
  const file = named ?? USUAL_FILE;
  const text = readText(file);
  if (!text.ok) {
    return named === undefined && text.refusal === 'ENOENT'
      ? accept({ policy: defaultPolicy, file: undefined })
      : refuse([
          `${file}: cannot be read (${text.refusal}); name a policy file that is there, or copy faultline.example.yaml to it.`,
        ]);
  }
  const policy = readPolicy(text.value, file);
  return policy.ok ? accept({ policy: policy.value, file }) : refuse(policy.refusal.map(explainPolicyProblem));
}

function readText(file: string): Result<string, string> {
  try {
    return accept(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
      return refuse(error.code);
    }
    throw error;
  }
}
