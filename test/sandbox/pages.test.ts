import type { WebClient } from '@slack/web-api';
import { expect, it } from 'vitest';
import { openWorkspace } from './open-workspace.ts';

/** What each page of a list holds. */
async function pagesOf(
  web: WebClient,
  method: string,
  given: Record<string, unknown>,
  read: (answer: { readonly [key: string]: unknown }) => readonly unknown[],
): Promise<readonly (readonly unknown[])[]> {
  const answer = await web.apiCall(method, given);
  const cursor = answer.response_metadata?.next_cursor;
  const rest = cursor ? await pagesOf(web, method, { ...given, cursor }, read) : [];
  return [read({ ...answer }), ...rest];
}

const texts = ({ messages }: { readonly [key: string]: unknown }) =>
  (messages as readonly { readonly text: string }[]).map(({ text }) => text);

it('conversations.list gives the channels that the bot can see, page by page', async () => {
  const { web } = await openWorkspace();
  const types = 'public_channel,private_channel';
  const names = ({ channels }: { readonly [key: string]: unknown }) =>
    (channels as readonly { readonly name: string }[]).map(({ name }) => name);

  expect(await pagesOf(web, 'conversations.list', { types, limit: 2 }, names)).toEqual([
    ['general', 'ops'],
    ['war-room', 'attic'],
  ]);
  expect(await pagesOf(web, 'conversations.list', { types, exclude_archived: true, limit: 2 }, names)).toEqual([
    ['general', 'ops'],
    ['war-room'],
  ]);
  expect(await pagesOf(web, 'conversations.list', {}, names)).toEqual([['general', 'ops', 'attic']]);
});

it('conversations.history gives the newest first, without replies, page by page', async () => {
  const { workspace, web } = await openWorkspace();
  const ana = workspace.person('ana');
  const [first] = ['one', 'two', 'three'].map((text) => ana.says(text, 'ops'));
  ana.says('a reply', 'ops', first === undefined ? {} : { thread: first });
  const channel = workspace.channel('ops').id;

  expect(await pagesOf(web, 'conversations.history', { channel, limit: 2 }, texts)).toEqual([
    ['three', 'two'],
    ['one'],
  ]);
});

it('conversations.history keeps to the time it is asked for, its ends only where that is said', async () => {
  const { workspace, web } = await openWorkspace();
  const [oldest = '', middle = '', latest = ''] = ['one', 'two', 'three'].map(
    (text) => workspace.person('ana').says(text, 'ops').ts,
  );
  const read = async (range: object) =>
    texts({ ...(await web.apiCall('conversations.history', { channel: workspace.channel('ops').id, ...range })) });

  expect(await read({ oldest, latest })).toEqual(['two']);
  expect(await read({ oldest, latest, inclusive: true })).toEqual(['three', 'two', 'one']);
  expect(await read({ oldest: middle })).toEqual(['three']);
  expect(await read({ latest: middle })).toEqual(['one']);
});

it('conversations.history tells metadata only where all of it is asked for', async () => {
  const { workspace, web } = await openWorkspace();
  const channel = workspace.channel('ops').id;
  const metadata = { event_type: 'work', event_payload: { key: '1' } };
  await web.chat.postMessage({ channel, text: 'x', metadata });

  const [plain] = (await web.conversations.history({ channel })).messages ?? [];
  const [whole] = (await web.conversations.history({ channel, include_all_metadata: true })).messages ?? [];
  expect(plain).not.toHaveProperty('metadata');
  expect(whole?.metadata).toEqual(metadata);
});

it('conversations.replies gives a thread in order, page by page, its first message first', async () => {
  const { workspace, web } = await openWorkspace();
  const ana = workspace.person('ana');
  const thread = ana.says('It is down', 'ops');
  const replies = ['one', 'two'].map((text) => ana.says(text, 'ops', { thread }));
  const given = { channel: workspace.channel('ops').id, ts: thread.ts, limit: 2 };

  expect(await pagesOf(web, 'conversations.replies', given, texts)).toEqual([['It is down', 'one'], ['two']]);
  const root = (await web.conversations.replies(given)).messages?.[0];
  expect(root).toMatchObject({ thread_ts: thread.ts, reply_count: 2, latest_reply: replies[1]?.ts });
});

it('conversations.replies gives a reply alone, by its own ts', async () => {
  const { workspace, web } = await openWorkspace();
  const ana = workspace.person('ana');
  const thread = ana.says('It is down', 'ops');
  const reply = ana.says('one', 'ops', { thread });

  const answer = await web.conversations.replies({ channel: workspace.channel('ops').id, ts: reply.ts });
  expect(texts({ ...answer })).toEqual(['one']);
});
