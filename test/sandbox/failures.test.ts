import { WebAPIHTTPError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { startEndpoint, until } from './endpoint.ts';
import { openWorkspace, outcomeOf } from './open-workspace.ts';

async function openFailing() {
  const desk = await openWorkspace();
  const channel = desk.workspace.channel('ops').id;
  return {
    ...desk,
    post: (text = 'x') => desk.web.chat.postMessage({ channel, text }),
    said: () =>
      desk.workspace
        .channel('ops')
        .messages()
        .map(({ text }) => text),
  };
}

describe('a method that is to fail', () => {
  it('is rate limited, and says how long to wait', async () => {
    const { workspace, post, said } = await openFailing();
    workspace.fails('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 30 });

    const fault = await post().catch((caught: unknown) => caught);
    expect(fault).toBeInstanceOf(WebAPIRateLimitedError);
    expect(fault).toMatchObject({ retryAfter: 30 });
    expect(said()).toEqual([]);
    expect(workspace.record.calls).toMatchObject([{ error: 'ratelimited' }]);
  });

  it('answers with a status', async () => {
    const { workspace, post, said } = await openFailing();
    workspace.fails('chat.postMessage', { kind: 'status', status: 503 });

    const fault = await post().catch((caught: unknown) => caught);
    expect(fault).toBeInstanceOf(WebAPIHTTPError);
    expect(fault).toMatchObject({ statusCode: 503 });
    expect(said()).toEqual([]);
    expect(workspace.record.calls).toMatchObject([{ error: 'http_503' }]);
  });

  it('answers with an error of Slack’s', async () => {
    const { workspace, post, said } = await openFailing();
    workspace.fails('chat.postMessage', { kind: 'error', error: 'internal_error' });

    expect(await outcomeOf(post())).toBe('internal_error');
    expect(said()).toEqual([]);
    expect(workspace.record.calls).toMatchObject([{ error: 'internal_error' }]);
  });

  it.each([
    ['before', 'has no effect', []],
    ['after', 'has had its effect', ['x']],
  ] as const)('is reset %s the effect, and %s', async (when, _, effect) => {
    const { workspace, post, said } = await openFailing();
    workspace.fails('chat.postMessage', { kind: `reset-${when}` });

    expect(await post().catch((caught: unknown) => caught)).toBeInstanceOf(WebAPIRequestError);
    expect(said()).toEqual(effect);
    expect(workspace.record.calls).toMatchObject([{ error: 'connection_reset' }]);
  });

  it('is slow: it has its effect, and answers when the clock has moved', async () => {
    const { workspace, clock, post, said } = await openFailing();
    workspace.fails('chat.postMessage', { kind: 'slow', milliseconds: 4_000 });
    let isAnswered = false;
    const call = post().then(() => {
      isAnswered = true;
    });
    await until(() => said().length === 1);
    clock.advance(3_999);
    await new Promise<void>((resolve) => setImmediate(resolve));
    expect(isAnswered).toBe(false);

    clock.advance(1);
    await call;
    expect(isAnswered).toBe(true);
  });

  it('fails as often as was said, and then works', async () => {
    const { workspace, post } = await openFailing();
    workspace.fails('chat.postMessage', { kind: 'error', error: 'internal_error', times: 2 });

    expect([await outcomeOf(post()), await outcomeOf(post()), await outcomeOf(post())]).toEqual([
      'internal_error',
      'internal_error',
      'ok',
    ]);
  });

  it('fails in the order that was said, and no other method does', async () => {
    const { workspace, web, post } = await openFailing();
    workspace.fails('chat.postMessage', { kind: 'error', error: 'first' });
    workspace.fails('*', { kind: 'error', error: 'second' });

    expect(await outcomeOf(post())).toBe('first');
    expect(await outcomeOf(web.auth.test())).toBe('second');
    expect(await outcomeOf(post())).toBe('ok');
  });
});

it('a response_url fails in the same ways', async () => {
  const { workspace } = await openFailing();
  await startEndpoint(workspace, () => ({ status: 200 }));
  const answer = await workspace.person('ana').types('/incident', 'ops');
  const url = String(workspace.record.deliveries[0]?.payload.response_url);
  const respond = () => fetch(url, { method: 'POST', body: new URLSearchParams({ text: 'x' }) });
  workspace.fails('response_url', { kind: 'status', status: 500 });
  workspace.fails('response_url', { kind: 'reset-after' });

  expect((await respond()).status).toBe(500);
  expect(answer.messages).toEqual([]);
  await expect(respond()).rejects.toThrow();
  expect(answer.text).toBe('x');
});

it('an upload fails in the same ways', async () => {
  const { workspace, web } = await openFailing();
  workspace.fails('upload', { kind: 'status', status: 500 });
  const upload = { channel_id: workspace.channel('ops').id, filename: 'a.md', file: Buffer.from('a') };

  await expect(web.filesUploadV2(upload)).rejects.toThrow();
  expect(workspace.channel('ops').files()).toEqual([]);
  await web.filesUploadV2(upload);
  expect(workspace.channel('ops').files()).toMatchObject([{ name: 'a.md' }]);
});

describe('limitsRates', () => {
  it('takes one message a second in each channel', async () => {
    const { workspace, clock, web, post, said } = await openFailing();
    workspace.limitsRates(true);
    await post('one');

    expect(await post('two').catch((caught: unknown) => caught)).toMatchObject({ retryAfter: 1 });
    expect(await outcomeOf(web.chat.postMessage({ channel: workspace.channel('war-room').id, text: 'x' }))).toBe('ok');
    clock.advance(1_000);
    await post('three');
    expect(said()).toEqual(['one', 'three']);

    workspace.limitsRates(false);
    await post('four');
    expect(said()).toHaveLength(3);
  });
});
