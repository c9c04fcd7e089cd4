import { WebClient } from '@slack/web-api';
import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { channelId, workId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/time.ts';
import { paragraph } from '../../src/slack/blocks/layout.ts';
import { SlackClient } from '../../src/slack/slack-client.ts';
import { DeliveryError } from '../../src/use-cases/ports.ts';

const SLACK = 'https://slack.example';
const channel = channelId('C1');
const attempt = { key: workId('01WORK'), isRepeat: false, since: '2024-05-07T14:00:00.000Z' as Instant };
const counted: [string, string][] = [];

const client = new SlackClient(
  new WebClient('xoxb-test', {
    slackApiUrl: `${SLACK}/api/`,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  }),
  (method, outcome) => counted.push([method, outcome]),
);

beforeEach(() => {
  nock.disableNetConnect();
  counted.length = 0;
});

afterEach(() => {
  expect(nock.pendingMocks()).toEqual([]);
  nock.cleanAll();
  nock.enableNetConnect();
});

function slack(method: string) {
  return nock(SLACK).post(`/api/${method}`);
}

describe('SlackClient.call', () => {
  it.each([
    ['a rate limit', 429, { 'retry-after': '30' }, { sort: 'again-later', retryAfterMilliseconds: 30_000 }],
    ['a server fault', 503, {}, { sort: 'again-later', reason: 'http_503' }],
    ['a missing page', 404, {}, { sort: 'never', reason: 'http_404' }],
  ])('sorts %s', async (_, status, headers, sorted) => {
    slack('chat.postMessage').reply(status, '', headers);

    await expect(client.post(channel, paragraph('hello'), attempt)).rejects.toMatchObject(sorted);
  });

  it.each([
    ['channel_not_found', 'never'],
    ['is_archived', 'never'],
    ['missing_scope', 'never'],
    ['internal_error', 'again-later'],
    ['ratelimited', 'again-later'],
  ])('sorts Slack’s “%s” as %s', async (error, sort) => {
    slack('chat.postMessage').reply(200, { ok: false, error });

    await expect(client.post(channel, paragraph('hello'), attempt)).rejects.toMatchObject({ sort, reason: error });
    expect(counted).toEqual([['chat.postMessage', error]]);
  });

  it('tries a broken connection again later', async () => {
    slack('chat.postMessage').replyWithError('socket hang up');

    await expect(client.post(channel, paragraph('hello'), attempt)).rejects.toBeInstanceOf(DeliveryError);
    expect(counted).toEqual([['chat.postMessage', 'connection_failed']]);
  });

  it('takes what is so already for done', async () => {
    slack('pins.add').reply(200, { ok: false, error: 'already_pinned' });

    const answer = await client.call('pins.add', (web) => web.pins.add({ channel, timestamp: '1.2' }), [
      'already_pinned',
    ]);

    expect(answer).toBeUndefined();
    expect(counted).toEqual([['pins.add', 'ok']]);
  });
});

describe('SlackClient.post', () => {
  it('marks the message with its work', async () => {
    const sent = nock(SLACK)
      .post('/api/chat.postMessage', (body: Record<string, string>) => {
        expect(JSON.parse(body.metadata ?? '')).toEqual({
          event_type: 'faultline_work',
          event_payload: { work: '01WORK' },
        });
        return true;
      })
      .reply(200, { ok: true, channel: 'C1', ts: '1.2' });

    await expect(client.post(channel, paragraph('hello'), attempt)).resolves.toEqual({ channel: 'C1', key: '1.2' });
    expect(sent.isDone()).toBe(true);
  });

  it('does not post again what an earlier attempt posted', async () => {
    const metadata = { event_type: 'faultline_work', event_payload: { work: '01WORK' } };
    slack('conversations.history').reply(200, {
      ok: true,
      messages: [{ ts: '9.9' }],
      response_metadata: { next_cursor: 'more' },
    });
    slack('conversations.history').reply(200, { ok: true, messages: [{ ts: '1.2', metadata }] });

    const posted = await client.post(channel, paragraph('hello'), { ...attempt, isRepeat: true });

    expect(posted).toEqual({ channel: 'C1', key: '1.2' });
  });

  it('posts where the earlier attempt had no effect', async () => {
    slack('conversations.history').reply(200, { ok: true, messages: [] });
    slack('chat.postMessage').reply(200, { ok: true, channel: 'C1', ts: '3.4' });

    const posted = await client.post(channel, paragraph('hello'), { ...attempt, isRepeat: true });

    expect(posted).toEqual({ channel: 'C1', key: '3.4' });
  });
});
