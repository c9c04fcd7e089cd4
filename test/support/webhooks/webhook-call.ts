import type { WorkId } from '../../../src/domain/ids.ts';
import type { Webhook } from '../../../src/domain/policy.ts';
import { type Instant, instant } from '../../../src/domain/time.ts';
import { ManualClock } from '../../../src/sandbox/manual-clock.ts';
import type { Attempt } from '../../../src/use-cases/messenger.ts';
import { DeliveryError } from '../../../src/use-cases/ports.ts';
import type { Clock, Timers } from '../../../src/use-cases/system.ts';
import type { WebhookEvent } from '../../../src/use-cases/webhooks.ts';
import { createWebhooks } from '../../../src/webhooks/create-webhooks.ts';

export const NOON = '2026-05-07T12:00:00.000Z' as Instant;

export const SECRET = '0123456789abcdef0123456789abcdef';

export function anEvent(overrides: Partial<WebhookEvent> = {}): WebhookEvent {
  return {
    kind: 'trigger',
    dedupKey: 'faultline-01J2ESCALATION',
    at: NOON,
    isDrill: false,
    incident: 'INC-42',
    title: 'Booking is down',
    severity: 'SEV1',
    severityRank: 0,
    reason: 'The pool is full and nobody here may restart it.',
    by: 'Ana',
    link: 'https://acme.slack.com/archives/C0123456789',
    ...overrides,
  };
}

export function anAttempt(overrides: Partial<Attempt> = {}): Attempt {
  return { key: '01J2DELIVERY' as WorkId, isRepeat: false, since: NOON, ...overrides };
}

/** Calls one webhook; the clock stands at noon unless another is given. */
export function caller(
  webhook: Pick<Webhook, 'format' | 'url'>,
  given: { readonly secret?: string; readonly time?: Clock & Timers } = {},
) {
  const clock = given.time ?? new ManualClock(instant(new Date(NOON)));
  const webhooks = createWebhooks({
    webhooks: [{ name: 'pager', ...webhook }],
    secretOf: (name) => (name === 'pager' ? (given.secret ?? SECRET) : undefined),
    clock,
    timers: clock,
  });
  return {
    send: (overrides: Partial<WebhookEvent> = {}, attempt: Partial<Attempt> = {}) =>
      webhooks.send('pager', anEvent(overrides), anAttempt(attempt)),
  };
}

/** The fault that a call must end with. */
export async function faultOf(call: Promise<string>): Promise<DeliveryError> {
  const fault = await call.then(
    (answer) => new Error(`answered ${answer}`),
    (error: unknown) => error,
  );
  if (!(fault instanceof DeliveryError)) {
    throw new Error('no DeliveryError', { cause: fault });
  }
  return fault;
}
