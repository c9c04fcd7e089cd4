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

/** Whether whoever knows the secret wrote this body. */
export function isSigned(
  format: TrackerPolicy['format'],
  { headers, body }: Received,
  { secret, now }: { readonly secret: string; readonly now: Instant },
): boolean {
  switch (format) {
    case 'github':
      return isSame(headers['x-hub-signature-256'], `sha256=${digest(body, secret)}`);
    case 'jira':
      return isSame(headers['x-hub-signature'], `sha256=${digest(body, secret)}`);
    case 'webhook': {
      const timestamp = String(headers['x-faultline-timestamp'] ?? '');
      const age = Math.abs(toMilliseconds(now) - Number(timestamp) * SECOND);
      return (
        /^\d+$/u.test(timestamp) &&
        age <= OLDEST &&
        isSame(headers['x-faultline-signature'], `v1=${digest(`${timestamp}.${body}`, secret)}`)
      );
    }
  }
}

function digest(text: string, secret: string): string {
  return createHmac('sha256', secret).update(text).digest('hex');
}

/** Takes as long for a wrong signature as for the right one. */
function isSame(given: string | readonly string[] | undefined, expected: string): boolean {
  const [one, other] = [Buffer.from(String(given ?? '')), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
