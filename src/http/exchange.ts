import { SECOND } from '../domain/time.ts';
import { DeliveryError } from '../use-cases/ports.ts';
import type { Timers } from '../use-cases/system.ts';

const PATIENCE = 10 * SECOND;

export interface OutgoingCall {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

export interface Exchange {
  readonly timers: Timers;
  /** Who is called, for the reason of a fault. */
  readonly whom: 'webhook' | 'tracker';
  readonly longestAnswer: number;
  /** Whether an answer that breaks off is a fault of the network: where its words count, and not its status alone. */
  readonly needsWhole: boolean;
}

export interface IncomingAnswer extends Pick<Response, 'status' | 'ok' | 'headers'> {
  readonly body: string;
}

/** One call and its answer, whatever that says; who does not answer, or cannot be reached, is a `DeliveryError`. */
export async function exchange(
  { method, url, headers, body }: OutgoingCall,
  { timers, whom, longestAnswer, needsWhole }: Exchange,
): Promise<IncomingAnswer> {
  return withPatience({ timers, whom }, async (signal) => {
    const response = await fetch(url, {
      method,
      headers: { 'Content-Type': 'application/json', 'User-Agent': 'Faultline', ...headers },
      ...(body === undefined ? {} : { body }),
      // A secret is for the address that the policy names, and for no other.
      redirect: 'manual',
      signal,
    });
    const { status, ok, headers: answered } = response;
    return { status, ok, headers: answered, body: await readWhole(response.body, { longestAnswer, needsWhole }) };
  });
}

/** Runs a call that ends with the signal; its faults are those of the network. */
export async function withPatience<Value>(
  { timers, whom }: Pick<Exchange, 'timers' | 'whom'>,
  run: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const patience = new AbortController();
  const cancel = timers.after(PATIENCE, () => patience.abort());
  try {
    return await run(patience.signal);
  } catch (fault) {
    const reason = patience.signal.aborted ? `${whom}_timed_out` : `${whom}_unreachable`;
    throw new DeliveryError({ sort: 'again-later', reason, cause: fault });
  } finally {
    cancel();
  }
}

/** Nothing of what is too long or breaks off: its end could be half of a secret. */
async function readWhole(
  body: ReadableStream<Uint8Array> | null,
  { longestAnswer, needsWhole }: Pick<Exchange, 'longestAnswer' | 'needsWhole'>,
): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    // Leaving the loop lets go of the connection.
    for await (const chunk of body ?? []) {
      length += chunk.length;
      if (length > longestAnswer) {
        return '';
      }
      chunks.push(chunk);
    }
  } catch (fault) {
    if (needsWhole) {
      throw fault;
    }
    return '';
  }
  return Buffer.concat(chunks).toString();
}
