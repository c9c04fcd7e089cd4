import { methods } from '../methods/methods.ts';
import { SlackError } from '../methods/slack-error.ts';
import type { State } from '../state/state.ts';
import { type Arguments, readArguments } from './read-body.ts';
import { type Reply, replyOk } from './reply.ts';
import { rateLimited, runCall } from './run-call.ts';

interface WebApiRequest {
  readonly method: string;
  readonly authorization: string | undefined;
  readonly contentType: string;
  readonly body: Buffer;
}

/** https://docs.slack.dev/apis/web-api */
export async function serveWebApi(state: State, request: WebApiRequest): Promise<Reply | undefined> {
  const read = readArguments(request.contentType, request.body);
  const { token, ...given } = read instanceof SlackError ? {} : read;
  const bearer = request.authorization?.replace(/^Bearer /u, '') ?? token;
  return runCall(state, {
    method: request.method,
    arguments: given,
    run: () =>
      answer(() => {
        if (read instanceof SlackError) {
          throw read;
        }
        return run(state, request.method, bearer, given);
      }),
  });
}

function run(state: State, name: string, token: unknown, given: Arguments): object {
  const method = methods.get(name);
  if (method === undefined) {
    throw new SlackError('unknown_method', { req_method: name });
  }
  if (token === undefined) {
    throw new SlackError('not_authed');
  }
  if (token !== state.tokens.bot && token !== state.tokens.app) {
    throw new SlackError('invalid_auth');
  }
  if (token !== state.tokens[method.token]) {
    throw new SlackError('not_allowed_token_type');
  }
  return method.run(state, given);
}

function answer(call: () => object): Reply {
  try {
    return replyOk({ ok: true, ...call() });
  } catch (fault) {
    if (!(fault instanceof SlackError)) {
      throw fault;
    }
    const { retryAfterSeconds } = fault.details;
    return typeof retryAfterSeconds === 'number'
      ? rateLimited(retryAfterSeconds)
      : replyOk({ ok: false, error: fault.code, ...fault.details });
  }
}
