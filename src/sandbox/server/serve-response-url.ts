import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { checkMessage } from '../blocks/check-message.ts';
import { deleteMessage, editMessage } from '../effects/change-message.ts';
import { postMessage } from '../effects/post-message.ts';
import { asBot } from '../methods/chat.ts';
import { knownChannel } from '../state/find.ts';
import type { ResponseUrlRecord } from '../state/records.ts';
import { nowMilliseconds, type State } from '../state/state.ts';
import { type Reply, replyOk } from './reply.ts';
import { runCall } from './run-call.ts';

const LIFE_MILLISECONDS = 30 * 60_000;
const MOST_USES = 5;

const Response = z.object({
  text: z.string().optional(),
  blocks: z.array(z.unknown()).optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).default('ephemeral'),
  replace_original: z.boolean().optional(),
  delete_original: z.boolean().default(false),
  thread_ts: z.string().optional(),
});

/** Five answers within thirty minutes. https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
export async function serveResponseUrl(
  state: State,
  id: string,
  given: Readonly<Record<string, unknown>>,
): Promise<Reply | undefined> {
  return runCall(state, { method: 'response_url', arguments: given, run: () => respond(state, id, given) });
}

function respond(state: State, id: string, given: Readonly<Record<string, unknown>>): Reply {
  const url = state.responseUrls.get(id);
  if (url === undefined) {
    return { status: 404, body: { ok: false, error: 'not_found' } };
  }
  if (nowMilliseconds(state) - url.atMilliseconds > LIFE_MILLISECONDS) {
    return { status: 404, body: { ok: false, error: 'expired_url' } };
  }
  if (url.uses === MOST_USES) {
    return { status: 404, body: { ok: false, error: 'used_url' } };
  }
  const problem = receive(state, url, given);
  if (problem !== undefined) {
    return { status: 400, body: { ok: false, error: problem } };
  }
  url.uses++;
  return replyOk({ ok: true });
}

/** Also what a command's own HTTP response holds. Returns Slack's error code where it is no message. */
export function receive(
  state: State,
  url: ResponseUrlRecord,
  given: Readonly<Record<string, unknown>>,
): string | undefined {
  const response = Response.safeParse(given);
  if (!response.success) {
    return 'invalid_payload';
  }
  const { text = '', blocks, response_type, replace_original, delete_original, thread_ts } = response.data;
  const channel = knownChannel(state, url.channelId);
  if (delete_original) {
    if (url.source !== undefined) {
      deleteMessage(state, channel, url.source);
    }
    return undefined;
  }
  const problem = checkMessage(response.data, 'response_url');
  if (problem !== undefined) {
    return problem.code;
  }
  const content = { text, ...(blocks === undefined ? {} : { blocks: blocks as KnownBlock[] }) };
  if (url.source !== undefined && (replace_original ?? true)) {
    editMessage(state, channel, url.source, { by: state.bot.userId, ...content });
    return undefined;
  }
  url.received.push(
    postMessage(state, channel, {
      ...asBot(state),
      ...content,
      ...(response_type === 'ephemeral' ? { ephemeralFor: url.userId } : {}),
      ...(thread_ts === undefined ? {} : { threadTs: thread_ts }),
    }),
  );
  return undefined;
}
