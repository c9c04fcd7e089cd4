import { HOUR, type Instant, SECOND, toMilliseconds } from '../domain/time.ts';
import { DeliveryError } from '../use-cases/ports.ts';

/** Whoever is called must hear of it; nobody is made to wait for longer. */
const LONGEST_WAIT = HOUR;

/** Too slow, too many, or a fault of theirs mends by itself; any other answer that is none of success does not. */
export function refusal(
  { status, headers }: Pick<Response, 'status' | 'headers'>,
  { line, now }: { readonly line: string; readonly now: Instant },
): DeliveryError {
  const isPassing = status === 408 || status === 429 || status >= 500;
  return new DeliveryError({
    sort: isPassing ? 'again-later' : 'never',
    reason: `http_${status}`,
    retryAfterMilliseconds: isPassing ? retryAfter(headers.get('retry-after'), now) : undefined,
    cause: new Error(line),
  });
}

/** Seconds or a date. https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
export function retryAfter(header: string | null, now: Instant): number | undefined {
  const text = header?.trim() ?? '';
  const wait = /^\d+$/u.test(text) ? Number(text) * SECOND : Date.parse(text) - toMilliseconds(now);
  return wait > 0 ? Math.min(wait, LONGEST_WAIT) : undefined;
}
