import { z } from 'zod';
import { cut, plainLine } from '../http/plain-text.ts';

const LONGEST = 200;

/** What PagerDuty, Opsgenie and many others say about themselves; anything else in an answer says nothing to us. */
const Answer = z.object({
  message: z.string().optional().catch(undefined),
  result: z.string().optional().catch(undefined),
  errors: z
    .union([z.array(z.string()), z.record(z.string(), z.string()).transform((named) => Object.values(named))])
    .catch([])
    .default([]),
});

/** An answer in one line, `202 Event processed`, without the secret where it gives that back. */
export function describeAnswer(answer: { readonly status: number; readonly body: string }, secret: string): string {
  const words = plainLine(wordsOf(answer.body)).replaceAll(plainLine(secret), '[secret]');
  return `${answer.status} ${cut(words, LONGEST)}`.trim();
}

function wordsOf(body: string): string {
  const answer = Answer.safeParse(parseJson(body));
  if (answer.success) {
    const { message, result, errors } = answer.data;
    return [message ?? result ?? '', ...errors].filter((words) => words !== '').join(' – ');
  }
  const isMeantForPrograms = /^\s*[<[{"]/u.test(body);
  return isMeantForPrograms ? '' : body;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
