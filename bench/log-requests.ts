import { randomUUID } from 'node:crypto';
import { signRequest } from '../src/sandbox/signature.ts';
import type { Slack } from './start-slack.ts';

export interface LogRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Signed `/incident log` commands as Slack sends them, no two alike: a repeat would change nothing. */
export function logRequests(slack: Slack, words: string, count: number): readonly LogRequest[] {
  return Array.from({ length: count }, (_, number) => logRequest(slack, `${words} ${number}`));
}

function logRequest(slack: Slack, text: string): LogRequest {
  const trigger = randomUUID();
  const body = new URLSearchParams({
    token: 'bench',
    team_id: slack.teamId,
    team_domain: 'sandbox',
    channel_id: slack.channelId,
    channel_name: 'inc-bench',
    user_id: slack.personId,
    user_name: 'ana',
    command: '/incident',
    text: `log ${text}`,
    api_app_id: 'A0000000001',
    is_enterprise_install: 'false',
    response_url: `https://hooks.slack.com/commands/${slack.teamId}/${trigger}`,
    trigger_id: trigger,
  }).toString();
  return {
    body,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...signRequest(slack.signingSecret, body) },
  };
}
