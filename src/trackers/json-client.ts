import type { z } from 'zod';
import { exchange, type IncomingAnswer } from '../http/exchange.ts';
import { DeliveryError } from '../use-cases/ports.ts';
import type { TrackerSystem } from './github-client.ts';
import { trackerRefusal } from './tracker-refusal.ts';

const LONGEST_ANSWER = 4 * 1_024 * 1_024;

export interface JsonCall {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Written as it stands where it is text, so that it can be signed. */
  readonly body?: object | string;
}

/** The answer, whatever its status. */
export async function sendJson(system: TrackerSystem, { body, ...call }: JsonCall): Promise<IncomingAnswer> {
  const written = typeof body === 'object' ? JSON.stringify(body) : body;
  const headers = { Accept: 'application/json', ...call.headers };
  return exchange(
    { ...call, headers, body: written },
    { timers: system.timers, whom: 'tracker', longestAnswer: LONGEST_ANSWER, needsWhole: true },
  );
}

/** What a successful answer says; any other, and one that says something else, is a `DeliveryError`. */
export function readAnswer<Schema extends z.ZodType>(
  schema: Schema,
  answer: IncomingAnswer,
  { clock }: TrackerSystem,
): z.output<Schema> {
  if (!answer.ok) {
    throw trackerRefusal({ ...answer, words: answer.body.slice(0, 500) }, clock.now());
  }
  const read = schema.safeParse(parseJson(answer.body));
  if (!read.success) {
    throw new DeliveryError({ sort: 'never', reason: 'tracker_answer_unread', cause: read.error });
  }
  return read.data;
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
