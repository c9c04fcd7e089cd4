import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/sandbox/people/message.ts';
import { startEndpoint } from './endpoint.ts';
import { openWorkspace } from './open-workspace.ts';

const MINUTE = 60_000;

const button = {
  type: 'actions' as const,
  elements: [{ type: 'button' as const, action_id: 'ack', text: { type: 'plain_text' as const, text: 'I’m on it' } }],
};

async function post(url: string, body: object | string): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const { ok, error } = (await response.json()) as { readonly ok: boolean; readonly error?: string };
  return ok ? 'ok' : `${response.status} ${error}`;
}

/** Ana has typed a command in #ops, or clicked a button there. */
async function openAnswer(clicked?: { readonly ephemeral: boolean }) {
  const desk = await openWorkspace();
  const { workspace, web } = desk;
  await startEndpoint(workspace, () => ({ status: 200 }));
  const ana = workspace.person('ana');
  const message = clicked === undefined ? undefined : await postButton(clicked.ephemeral);
  const answer = await (message === undefined ? ana.types('/incident', 'ops') : ana.clicks('I’m on it', message));
  const url = String(workspace.record.deliveries.at(-1)?.payload.response_url);
  return { ...desk, answer, message, respond: (body: object | string) => post(url, body) };

  async function postButton(isEphemeral: boolean): Promise<Message | undefined> {
    const given = { channel: workspace.channel('ops').id, text: 'Help', blocks: [button] };
    await (isEphemeral ? web.chat.postEphemeral({ ...given, user: ana.id }) : web.chat.postMessage(given));
    return ana.sees('ops').at(-1);
  }
}

describe('a response_url', () => {
  it('answers for who asked alone, unless it says otherwise', async () => {
    const { workspace, answer, respond } = await openAnswer();

    expect(await respond({ text: 'for you' })).toBe('ok');
    expect(await respond({ text: 'for all', response_type: 'in_channel' })).toBe('ok');
    expect(answer.messages.map(({ text, ephemeralFor }) => [text, ephemeralFor])).toEqual([
      ['for you', 'ana'],
      ['for all', undefined],
    ]);
    expect(
      workspace
        .person('ben')
        .sees('ops')
        .map(({ text }) => text),
    ).toEqual(['for all']);
  });

  it('takes five answers', async () => {
    const { respond } = await openAnswer();
    const outcomes: string[] = [];
    for (let number = 1; number <= 6; number++) {
      outcomes.push(await respond({ text: `${number}` }));
    }

    expect(outcomes).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', '404 used_url']);
  });

  it('takes them for thirty minutes', async () => {
    const { clock, respond } = await openAnswer();
    clock.advance(30 * MINUTE);
    expect(await respond({ text: 'x' })).toBe('ok');

    clock.advance(1);
    expect(await respond({ text: 'x' })).toBe('404 expired_url');
  });

  it('that was never given is not found', async () => {
    const { workspace } = await openAnswer();

    expect(await post(workspace.apiUrl.replace('/api/', '/responses/R404'), { text: 'x' })).toBe('404 not_found');
  });

  it.each([
    ['nothing to say', {}, '400 no_text'],
    ['wrong blocks', { text: 'x', blocks: [{ type: 'sectoin' }] }, '400 invalid_blocks'],
    ['too many characters', { text: 'x'.repeat(40_001) }, '400 msg_too_long'],
    ['a wrong type', { text: 'x', response_type: 'public' }, '400 invalid_payload'],
    ['what it does not know', { text: 'x', colour: 'red' }, '400 invalid_payload'],
    ['no JSON', '{"text":', '400 invalid_payload'],
  ])('refuses %s, which counts as no use', async (_, body, error) => {
    const { respond } = await openAnswer();
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => respond(body)));

    expect(new Set(outcomes)).toEqual(new Set([error]));
    expect(await respond({ text: 'x' })).toBe('ok');
  });

  it('of a button replaces its message, unless it says otherwise', async () => {
    const { workspace, message, respond } = await openAnswer({ ephemeral: false });
    await respond({ text: 'beside', replace_original: false });
    expect(message?.visibleText()).toContain('I’m on it');
    expect(workspace.person('ana').sees('ops').at(-1)).toMatchObject({ text: 'beside', ephemeralFor: 'ana' });

    await respond({ text: 'Ana is on it', blocks: [] });
    expect(message?.visibleText()).toBe('Ana is on it');
  });

  it.each([{ ephemeral: false }, { ephemeral: true }])('of a button deletes its message: %j', async (clicked) => {
    const { workspace, message, respond } = await openAnswer(clicked);
    await respond({ delete_original: true });

    expect(message?.isDeleted).toBe(true);
    expect(workspace.person('ana').sees('ops')).toEqual([]);
  });
});
