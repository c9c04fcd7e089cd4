import { HOUR, type Instant, SECOND, toMilliseconds } from '../domain/time.ts';
import { refusal } from '../http/refusal.ts';
import { DeliveryError } from '../use-cases/ports.ts';

/**
 * Why a tracker took a call not. GitHub says 403, too, to whoever asks too often.
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
export function trackerRefusal(
  answer: { readonly status: number; readonly headers: Headers; readonly words: string },
  now: Instant,
): DeliveryError {
  const { status, headers, words } = answer;
  const isExhausted = headers.get('x-ratelimit-remaining') === '0';
  const isLimited = status === 429 || (status === 403 && (isExhausted || headers.has('retry-after')));
  if (!isLimited || headers.has('retry-after')) {
    return refusal({ status: isLimited ? 429 : status, headers }, { line: words, now });
  }
  const reset = Number(headers.get('x-ratelimit-reset')) * SECOND - toMilliseconds(now);
  return new DeliveryError({
    sort: 'again-later',
    reason: `http_${status}`,
    retryAfterMilliseconds: isExhausted && reset > 0 ? Math.min(reset + SECOND, HOUR) : undefined,
    cause: new Error(words),
  });
}
