import { ADVICE } from './config-advice.ts';
import type { Policy } from './domain/policy.ts';

/** What the tracker of the policy knows us by, and we it. */
export interface TrackerSecrets {
  readonly token: string | undefined;
  /** The account's mail address, for Jira. */
  readonly user: string | undefined;
  /** Missing where the tracker sends nothing by itself. */
  readonly webhookSecret: string | undefined;
}

const NEEDED = {
  github: ['TRACKER_TOKEN'],
  jira: ['TRACKER_TOKEN', 'TRACKER_USER'],
  webhook: ['TRACKER_WEBHOOK_SECRET'],
} as const;

/** A line for each secret that the policy's tracker needs and that is missing. */
export function checkTrackerSecrets(secrets: TrackerSecrets, { tracker }: Pick<Policy, 'tracker'>): readonly string[] {
  const set = {
    TRACKER_TOKEN: secrets.token,
    TRACKER_USER: secrets.user,
    TRACKER_WEBHOOK_SECRET: secrets.webhookSecret,
  };
  return tracker === undefined
    ? []
    : NEEDED[tracker.format]
        .filter((variable) => set[variable] === undefined)
        .map((variable) => `${variable} is missing: ${ADVICE[variable]}`);
}
