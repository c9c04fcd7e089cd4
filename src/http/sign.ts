import { createHmac } from 'node:crypto';
import { type Instant, SECOND, toMilliseconds } from '../domain/time.ts';

/** Says that whoever knows the secret wrote this body, and when; docs/webhooks.md shows how that is checked. */
export function sign(body: string, secret: string, now: Instant): Readonly<Record<string, string>> {
  const timestamp = Math.floor(toMilliseconds(now) / SECOND);
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return { 'X-Faultline-Timestamp': String(timestamp), 'X-Faultline-Signature': `v1=${signature}` };
}
