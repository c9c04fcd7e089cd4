import type { Webhook } from '../domain/policy.ts';
import type { Attempt } from '../use-cases/messenger.ts';
import { DeliveryError } from '../use-cases/ports.ts';
import type { Clock, Timers } from '../use-cases/system.ts';
import type { WebhookEvent, Webhooks } from '../use-cases/webhooks.ts';
import type { Format } from './format.ts';
import { opsgenieRequest } from './opsgenie.ts';
import { pagerdutyRequest } from './pagerduty.ts';
import { sendRequest } from './send-request.ts';
import { signedRequest } from './signed.ts';
import { tellEvent } from './tell-event.ts';

export interface WebhooksOptions {
  readonly webhooks: readonly Webhook[];
  /** By the webhook's name. */
  readonly secretOf: (name: string) => string | undefined;
  readonly clock: Clock;
  readonly timers: Timers;
}

const formats: Readonly<Record<Webhook['format'], Format>> = {
  signed: signedRequest,
  pagerduty: pagerdutyRequest,
  opsgenie: opsgenieRequest,
};

export function createWebhooks(options: WebhooksOptions): Webhooks {
  return { send: (name, event, attempt) => send(options, { name, event, attempt }) };
}

async function send(
  { webhooks, secretOf, clock, timers }: WebhooksOptions,
  { name, event, attempt }: { readonly name: string; readonly event: WebhookEvent; readonly attempt: Attempt },
): Promise<string> {
  const webhook = webhooks.find((listed) => listed.name === name);
  if (webhook === undefined) {
    throw new DeliveryError({ sort: 'never', reason: 'webhook_unknown' });
  }
  const secret = secretOf(name);
  if (secret === undefined) {
    throw new DeliveryError({ sort: 'never', reason: 'webhook_without_secret' });
  }
  const now = clock.now();
  const request = formats[webhook.format]({
    url: webhook.url,
    secret,
    event: tellEvent(event),
    delivery: attempt.key,
    now,
  });
  return sendRequest(request, { secret, timers, now });
}
