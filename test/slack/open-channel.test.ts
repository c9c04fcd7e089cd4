import { LogLevel, WebClient } from '@slack/web-api';
import { expect, it, onTestFinished } from 'vitest';
import { workId } from '../../src/domain/ids.ts';
import { addMilliseconds, SECOND } from '../../src/domain/time.ts';
import { ManualClock } from '../../src/sandbox/manual-clock.ts';
import { startWorkspace } from '../../src/sandbox/workspace.ts';
import { openChannel } from '../../src/slack/open-channel.ts';
import { SlackClient } from '../../src/slack/slack-client.ts';
import { START } from '../support/open-room.ts';
import { aRecordedIncident } from '../support/record-builder.ts';

/** Declared by a clock that is so far ahead of Slack's; the answer to the first attempt was lost. */
async function channelsAfterTwoAttempts(secondsAhead: number): Promise<readonly string[]> {
  const workspace = await startWorkspace({
    clock: new ManualClock(START),
    manifestFile: 'manifest.yml',
    people: [],
    groups: [],
    channels: [],
  });
  onTestFinished(() => workspace.close());
  const web = new WebClient(workspace.botToken, {
    slackApiUrl: workspace.apiUrl,
    retryConfig: { retries: 0 },
    logLevel: LogLevel.ERROR,
  });
  const client = new SlackClient(web, () => undefined);
  const declaredAt = addMilliseconds(START, secondsAhead * SECOND);
  const request = {
    incident: aRecordedIncident({ declaredAt }),
    name: 'inc-42',
    botUserId: workspace.botUserId,
    attempt: { key: workId('01WORK'), isRepeat: false, since: declaredAt },
  };
  workspace.fails('conversations.create', { kind: 'reset-after' });
  await openChannel(client, request).catch(() => undefined);
  await openChannel(client, { ...request, attempt: { ...request.attempt, isRepeat: true } });
  return workspace.channels().map(({ name }) => name);
}

it.each([0, 30, 60])('opens one channel, though our clock is %i seconds ahead of Slack’s', async (secondsAhead) => {
  expect(await channelsAfterTwoAttempts(secondsAhead)).toEqual(['inc-42']);
});

it('takes no channel that was there long before', async () => {
  expect(await channelsAfterTwoAttempts(120)).toEqual(['inc-42', 'inc-42-2']);
});
