import type { App } from '@slack/bolt';
import { acknowledgingAfterCommit } from './ack-after-commit.ts';

/** What Slack is answered. */
export interface Acknowledgement {
  readonly status: number;
  readonly body: string;
}

export interface Outcome {
  /** Undefined where nothing acknowledged it. */
  readonly acknowledged: Acknowledgement | undefined;
  /** What broke, before or after that. */
  readonly fault: unknown;
}

/** Lets Bolt process one request as a receiver hands it over. */
export async function receiveRequest(app: App, body: Readonly<Record<string, unknown>>): Promise<Outcome> {
  let acknowledged: Acknowledgement | undefined;
  const processed = acknowledgingAfterCommit(app).processEvent({
    body,
    ack: async (response) => {
      acknowledged = { status: 200, body: written(response) };
    },
  });
  const fault = await processed.catch((thrown: unknown) => thrown);
  return { acknowledged, fault };
}

function written(response: unknown): string {
  if (response === undefined || response === '') {
    return '';
  }
  return typeof response === 'string' ? response : JSON.stringify(response, null, 2);
}
