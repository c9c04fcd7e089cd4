import type { Instant } from '../domain/time.ts';
import { exchange } from '../http/exchange.ts';
import { refusal } from '../http/refusal.ts';
import type { Timers } from '../use-cases/system.ts';
import { describeAnswer } from './describe-answer.ts';
import type { OutgoingRequest } from './format.ts';

const LONGEST_ANSWER = 64 * 1_024;

/** Resolves to the answer in one line; every fault is a `DeliveryError`. */
export async function sendRequest(
  request: OutgoingRequest,
  { secret, timers, now }: { readonly secret: string; readonly timers: Timers; readonly now: Instant },
): Promise<string> {
  const answer = await exchange(
    { ...request, method: 'POST' },
    { timers, whom: 'webhook', longestAnswer: LONGEST_ANSWER, needsWhole: false },
  );
  const line = describeAnswer(answer, secret);
  if (!answer.ok) {
    throw refusal(answer, { line, now });
  }
  return line;
}
