import type { App } from '@slack/bolt';
import { acknowledgingAfterCommit } from './ack-after-commit.ts';

/** What Slack is answered. */
export interface Acknowledgement {
  readonly status: number;
  readonly body: string;
}

/** Lets Bolt process one request as a receiver hands it over. Undefined where nothing acknowledges it. */
export async function receiveRequest(
  app: App,
  body: Readonly<Record<string, unknown>>,
): Promise<Acknowledgement | undefined> {
  let acknowledged: Acknowledgement | undefined;
  await acknowledgingAfterCommit(app).processEvent({
    body,
    ack: async (response) => {
      acknowledged = { status: 200, body: written(response) };
    },
  });
  return acknowledged;
}

function written(response: unknown): string {
  if (response === undefined || response === '') {
    return '';
  }
  return typeof response === 'string' ? response : JSON.stringify(response, null, 2);
}
