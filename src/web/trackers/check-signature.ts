import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { TrackerPolicy } from '../../domain/policy.ts';
import { type Instant, MINUTE, SECOND, toMilliseconds } from '../../domain/time.ts';

/** A recording that is sent again later is none of theirs. */
const OLDEST = 5 * MINUTE;

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** `stale`: by whoever knows the secret, but not now. */
export type Signature = 'right' | 'missing' | 'wrong' | 'stale';

/** Whether whoever knows the secret wrote this body. */
export function checkSignature(
  format: TrackerPolicy['format'],
  { headers, body }: Received,
  { secret, now }: { readonly secret: string; readonly now: Instant },
): Signature {
  switch (format) {
    case 'github':
      return compare(headers['x-hub-signature-256'], `sha256=${digest(body, secret)}`);
    case 'jira':
      return compare(headers['x-hub-signature'], `sha256=${digest(body, secret)}`);
    case 'webhook': {
      const timestamp = String(headers['x-faultline-timestamp'] ?? '');
      const signature = compare(headers['x-faultline-signature'], `v1=${digest(`${timestamp}.${body}`, secret)}`);
      return signature === 'right' && !isFresh(timestamp, now) ? 'stale' : signature;
    }
  }
}

function isFresh(timestamp: string, now: Instant): boolean {
  return /^\d+$/u.test(timestamp) && Math.abs(toMilliseconds(now) - Number(timestamp) * SECOND) <= OLDEST;
}

function digest(text: string, secret: string): string {
  return createHmac('sha256', secret).update(text).digest('hex');
}

/** Takes as long for a wrong signature as for the right one. */
function compare(given: string | readonly string[] | undefined, expected: string): Signature {
  if (given === undefined) {
    return 'missing';
  }
  const [one, other] = [Buffer.from(String(given)), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other) ? 'right' : 'wrong';
}
