import type { Instant } from '../domain/time.ts';
import { SECOND } from '../domain/time.ts';
import { DeliveryError } from '../use-cases/ports.ts';
import type { Timers } from '../use-cases/system.ts';
import { describeAnswer } from './describe-answer.ts';
import type { OutgoingRequest } from './format.ts';
import { refusal } from './refusal.ts';

const PATIENCE = 10 * SECOND;
const LONGEST_ANSWER = 64 * 1_024;

/** Resolves to the answer in one line; every fault is a `DeliveryError`. */
export async function sendRequest(
  request: OutgoingRequest,
  { secret, timers, now }: { readonly secret: string; readonly timers: Timers; readonly now: Instant },
): Promise<string> {
  const patience = new AbortController();
  const cancel = timers.after(PATIENCE, () => patience.abort());
  try {
    const response = await post(request, patience.signal);
    const line = describeAnswer({ status: response.status, body: await readWhole(response.body) }, secret);
    if (!response.ok) {
      throw refusal(response, { line, now });
    }
    return line;
  } finally {
    cancel();
  }
}

async function post({ url, headers, body }: OutgoingRequest, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'User-Agent': 'Faultline', ...headers },
      body,
      // A secret is for the address that the policy names, and for no other.
      redirect: 'manual',
      signal,
    });
  } catch (fault) {
    const reason = signal.aborted ? 'webhook_timed_out' : 'webhook_unreachable';
    throw new DeliveryError({ sort: 'again-later', reason, cause: fault });
  }
}

/**
 * Nothing of what is too long or breaks off: its end could be half of a secret. The status was said before, so that no
 * fault here is one of the delivery.
 */
async function readWhole(body: ReadableStream<Uint8Array> | null): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    // Leaving the loop lets go of the connection.
    for await (const chunk of body ?? []) {
      length += chunk.length;
      if (length > LONGEST_ANSWER) {
        return '';
      }
      chunks.push(chunk);
    }
  } catch {
    return '';
  }
  return Buffer.concat(chunks).toString();
}
