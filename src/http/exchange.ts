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
}

export interface IncomingAnswer extends Pick<Response, 'status' | 'ok' | 'headers'> {
  readonly body: string;
}

/** One call and its answer, whatever that says; who does not answer, or cannot be reached, is a `DeliveryError`. */
export async function exchange(
  { method, url, headers, body }: OutgoingCall,
  { timers, whom, longestAnswer }: Exchange,
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
    return { status, ok, headers: answered, body: await readWhole(response.body, longestAnswer) };
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

/**
 * Nothing of what is too long or breaks off: its end could be half of a secret. The status was said before, so that no
 * fault here is one of the delivery.
 */
async function readWhole(body: ReadableStream<Uint8Array> | null, longest: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    // Leaving the loop lets go of the connection.
    for await (const chunk of body ?? []) {
      length += chunk.length;
      if (length > longest) {
        return '';
      }
      chunks.push(chunk);
    }
  } catch {
    return '';
  }
  return Buffer.concat(chunks).toString();
}
