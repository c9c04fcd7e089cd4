import type { AlertHook, Policy } from '../policy.ts';
import type { Alert } from './alert.ts';

/** The worst that any of these alerts is by the hook's table; the policy's default where it names none of them. */
export function alertSeverity(
  alerts: readonly Alert[],
  hook: Pick<AlertHook, 'severities'>,
  policy: Pick<Policy, 'severities' | 'defaultSeverity'>,
): string {
  const meant = alerts.flatMap(({ severity }) =>
    severity !== undefined && Object.hasOwn(hook.severities, severity) ? [hook.severities[severity]] : [],
  );
  return policy.severities.find(({ name }) => meant.includes(name))?.name ?? policy.defaultSeverity;
}
