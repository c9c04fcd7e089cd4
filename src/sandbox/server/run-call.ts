import type { Failure } from '../failures.ts';
import type { CallRecord } from '../record.ts';
import type { State } from '../state/state.ts';
import type { Reply } from './reply.ts';

interface Call {
  readonly method: string;
  readonly arguments: CallRecord['arguments'];
  /** Has the call's effect and says what is answered. */
  readonly run: () => Reply;
}

/** Runs a call of the bot as the workspace was told to, and records it. Undefined: the connection is to be reset. */
export async function runCall(state: State, call: Call): Promise<Reply | undefined> {
  const record: CallRecord = { method: call.method, arguments: call.arguments, at: state.clock.now() };
  state.record.calls.push(record);
  const reply = await fail(state, state.failures.take(call.method), call.run).catch((fault: unknown) => {
    record.error = `the sandbox broke: ${String(fault)}`;
    throw fault;
  });
  const error = errorOf(reply);
  if (error !== undefined) {
    record.error = error;
  }
  record.response = reply?.body;
  return reply;
}

async function fail(state: State, failure: Failure | undefined, run: () => Reply): Promise<Reply | undefined> {
  switch (failure?.kind) {
    case undefined:
      return run();
    case 'rate-limited':
      return rateLimited(failure.retryAfterSeconds);
    case 'status':
      return { status: failure.status, body: '' };
    case 'error':
      return { status: 200, body: { ok: false, error: failure.error } };
    case 'reset-before':
      return undefined;
    case 'reset-after':
      run();
      return undefined;
    case 'slow': {
      const reply = run();
      await new Promise<void>((resolve) => state.clock.after(failure.milliseconds, resolve));
      return reply;
    }
  }
}

/** https://docs.slack.dev/apis/web-api/rate-limits */
export function rateLimited(seconds: number): Reply {
  return { status: 429, headers: { 'retry-after': String(seconds) }, body: { ok: false, error: 'ratelimited' } };
}

function errorOf(reply: Reply | undefined): string | undefined {
  if (reply === undefined) {
    return 'connection_reset';
  }
  const { body, status } = reply;
  if (typeof body === 'object' && body !== null && 'error' in body) {
    return String(body.error);
  }
  return status >= 400 ? `http_${status}` : undefined;
}
