import { type Config, type Env, readConfig } from '../config.ts';
import { checkHookSecrets } from '../config-hook-secrets.ts';
import { checkTrackerSecrets } from '../config-tracker.ts';
import type { Policy } from '../domain/policy.ts';
import { accept, type Result, refuse } from '../domain/result.ts';
import { loadPolicy } from '../policy.ts';
import { explainConfigProblems } from './explain-config-problems.ts';

export interface Settings {
  readonly config: Config;
  readonly policy: Policy;
}

/** All that the bot is built from; a refusal is the lines that say what to set. */
export function readSettings(env: Env): Result<Settings, readonly string[]> {
  const config = readConfig(env);
  if (!config.ok) {
    return refuse(explainConfigProblems(config.refusal));
  }
  const loaded = loadPolicy(config.value.policyFile);
  if (!loaded.ok) {
    return loaded;
  }
  const { policy } = loaded.value;
  const problems = [
    ...checkHookSecrets(config.value.hookSecrets, policy),
    ...checkTrackerSecrets(config.value.tracker, policy),
  ];
  return problems.length === 0 ? accept({ config: config.value, policy }) : refuse(problems);
}
