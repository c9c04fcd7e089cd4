import { WebAPIPlatformError, WebClient } from '@slack/web-api';
import { onTestFinished } from 'vitest';
import type { Instant } from '../../src/domain/time.ts';
import { ManualClock } from '../../src/sandbox/manual-clock.ts';
import { startWorkspace, type Workspace } from '../../src/sandbox/workspace.ts';
import { type ManifestParts, manifestWith } from './manifest-with.ts';

const START = '2024-05-07T14:00:00.000Z' as Instant;

export interface Desk {
  readonly workspace: Workspace;
  readonly clock: ManualClock;
  /** Slack's own client with the bot's token; it tries nothing twice. */
  readonly web: WebClient;
}

/** What people say is told to the bot only in the tests that are about it. */
function withoutMessages({ settings }: ManifestParts): void {
  const { event_subscriptions: subscriptions } = settings;
  subscriptions.bot_events = subscriptions.bot_events.filter((event) => !event.startsWith('message.'));
}

/** A workspace in which nobody is told anything yet. The bot is in #ops and in the private #war-room. */
export async function openWorkspace(manifestFile = manifestWith(withoutMessages)): Promise<Desk> {
  const clock = new ManualClock(START);
  const workspace = await startWorkspace({
    clock,
    manifestFile,
    people: [
      { name: 'ana', realName: 'Ana', timeZone: 'UTC' },
      { name: 'ben', realName: 'Ben', timeZone: 'America/New_York' },
      { name: 'gone', isDeactivated: true },
      { name: 'robot', isBot: true },
    ],
    groups: [{ handle: 'dba', members: ['ben'] }],
    channels: [
      { name: 'general', members: ['ana', 'ben'] },
      { name: 'ops', members: ['ana', 'ben', 'faultline'] },
      { name: 'war-room', members: ['ana', 'faultline'], isPrivate: true },
      { name: 'secret', members: ['ana', 'ben'], isPrivate: true },
      { name: 'attic', members: ['ana', 'faultline'], isArchived: true },
    ],
  });
  onTestFinished(() => workspace.close());
  return { workspace, clock, web: connect(workspace, workspace.botToken) };
}

export function connect(workspace: Workspace, token?: string): WebClient {
  return new WebClient(token, {
    slackApiUrl: workspace.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: silentLogger,
  });
}

/** Slack's error code, or `ok`. */
export async function outcomeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'ok';
  } catch (fault) {
    if (fault instanceof WebAPIPlatformError) {
      return fault.data.error;
    }
    throw fault;
  }
}

export const silentLogger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => 'error' as never,
  setName: () => undefined,
};
