import { expect } from 'vitest';
import type { ManualClock } from '../../../src/sandbox/manual-clock.ts';
import { createTracker } from '../../../src/trackers/create-tracker.ts';
import type { Tracker } from '../../../src/use-cases/tracker-port.ts';

export type TrackerFormat = 'github' | 'jira' | 'webhook';

/** The tracker of a policy that names a service on this machine. */
export function trackerAt(address: string, format: TrackerFormat, clock: ManualClock): Tracker {
  const common = { create: 'always', labels: [] } as const;
  const policies = {
    github: { ...common, format: 'github', repository: 'acme/infra', apiUrl: address },
    jira: { ...common, format: 'jira', site: address, project: 'OPS', issueType: 'Task' },
    webhook: { ...common, format: 'webhook', url: address },
  } as const;
  const token = { github: 'ghp_token', jira: 'jira-token', webhook: undefined }[format];
  const secrets = { token, user: 'ana@example.com', webhookSecret: 'a-secret-of-sixteen-or-more' };
  const tracker = createTracker({ policy: policies[format], secrets, system: { clock, timers: clock } });
  return tracker ?? expect.unreachable('the policy names a tracker');
}
