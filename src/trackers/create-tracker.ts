import type { TrackerPolicy } from '../domain/policy.ts';
import { HOUR, MINUTE } from '../domain/time.ts';
import type { Tracker } from '../use-cases/tracker-port.ts';
import { createGithub } from './github.ts';
import type { TrackerSystem } from './github-client.ts';
import { createJira } from './jira.ts';
import { createWebhookTracker } from './webhook.ts';

export interface TrackerOptions {
  readonly policy: TrackerPolicy | undefined;
  readonly secrets: {
    readonly token: string | undefined;
    readonly user: string | undefined;
    readonly webhookSecret: string | undefined;
  };
  readonly system: TrackerSystem;
}

/** Where the tracker tells by itself what changes, it is asked for what was lost on the way only. */
const POLL_EVERY = { withWebhook: HOUR, without: 5 * MINUTE };

/** The tracker that the policy names. */
export function createTracker({ policy, secrets, system }: TrackerOptions): Tracker | undefined {
  const { token = '', user = '', webhookSecret } = secrets;
  const pollEveryMilliseconds = webhookSecret === undefined ? POLL_EVERY.without : POLL_EVERY.withWebhook;
  switch (policy?.format) {
    case undefined:
      return undefined;
    case 'github':
      return createGithub({ policy, token, pollEveryMilliseconds, system });
    case 'jira':
      return createJira({ policy, token, user, pollEveryMilliseconds, system });
    case 'webhook':
      return createWebhookTracker({ policy, secret: webhookSecret ?? '', system });
  }
}
