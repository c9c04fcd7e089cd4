import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { checkMessage } from '../blocks/check-message.ts';
import { deleteMessage, editMessage } from '../effects/change-message.ts';
import { postMessage } from '../effects/post-message.ts';
import { asBot } from '../methods/chat.ts';
import { SlackError } from '../methods/slack-error.ts';
import { knownChannel } from '../state/find.ts';
import type { ResponseUrlRecord } from '../state/records.ts';
import { nowMilliseconds, type State } from '../state/state.ts';
import { readArguments } from './read-body.ts';
import { type Reply, replyOk } from './reply.ts';
import { runCall } from './run-call.ts';

const LIFE_MILLISECONDS = 30 * 60_000;
const MOST_USES = 5;

/** What Slack itself would pass over in silence is refused here, as the bot would not have meant it. */
const Response = z.strictObject({
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
  request: { readonly id: string; readonly contentType: string; readonly body: Buffer },
): Promise<Reply | undefined> {
  const read = readArguments(request.contentType, request.body);
  const given = read instanceof SlackError ? {} : read;
  return runCall(state, {
    method: 'response_url',
    arguments: given,
    run: () => (read instanceof SlackError ? refused(400, 'invalid_payload') : respond(state, request.id, given)),
  });
}

function respond(state: State, id: string, given: Readonly<Record<string, unknown>>): Reply {
  const url = state.responseUrls.get(id);
  if (url === undefined) {
    return refused(404, 'not_found');
  }
  if (nowMilliseconds(state) - url.atMilliseconds > LIFE_MILLISECONDS) {
    return refused(404, 'expired_url');
  }
  if (url.uses === MOST_USES) {
    return refused(404, 'used_url');
  }
  const problem = receive(state, url, given);
  if (problem !== undefined) {
    return refused(400, problem);
  }
  url.uses++;
  return replyOk({ ok: true });
}

function refused(status: number, error: string): Reply {
  return { status, body: { ok: false, error } };
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
