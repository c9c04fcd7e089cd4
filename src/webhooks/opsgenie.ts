import { cut } from '../http/plain-text.ts';
import { DeliveryError } from '../use-cases/ports.ts';
import type { OutgoingRequest, Sending } from './format.ts';
import { caption, type ToldEvent } from './tell-event.ts';

/** https://docs.opsgenie.com/docs/alert-api#create-alert */
const limits = { message: 130, description: 15_000, user: 100 } as const;

const SOURCE = 'Faultline';

/** Opsgenie's Alert API, which Jira Service Management takes too. https://docs.opsgenie.com/docs/alert-api */
export function opsgenieRequest({ url, secret, event }: Sending): OutgoingRequest {
  // The error of a header that cannot be sent quotes it, and the secret would reach the log.
  if (!/^[\x21-\x7e]+$/u.test(secret)) {
    throw new DeliveryError({ sort: 'never', reason: 'webhook_secret_malformed' });
  }
  const written = withoutTags(event);
  const body = { source: SOURCE, user: cut(written.by ?? SOURCE, limits.user), ...bodies[event.kind](written) };
  return {
    url: addressOf(event, url),
    headers: { Authorization: `GenieKey ${secret}` },
    body: JSON.stringify(body),
  };
}

/** Opsgenie reads HTML in an alert's texts. */
function withoutTags(event: ToldEvent): ToldEvent {
  const write = (text: string) => text.replaceAll(/<(?=[a-z/!?])/giu, '‹');
  const by = event.by === undefined ? undefined : write(event.by);
  return { ...event, title: write(event.title), reason: write(event.reason), by };
}

/** `url` is that of the alerts; everything else is asked of the one with our alias. */
function addressOf({ kind, dedupKey }: ToldEvent, url: string): string {
  if (kind === 'trigger') {
    return url;
  }
  const address = new URL(url);
  const action = kind === 'acknowledge' ? 'acknowledge' : 'close';
  address.pathname = `${address.pathname.replace(/\/+$/u, '')}/${encodeURIComponent(dedupKey)}/${action}`;
  address.searchParams.set('identifierType', 'alias');
  return address.href;
}

const bodies: Readonly<Record<ToldEvent['kind'], (event: ToldEvent) => object>> = {
  trigger: (event) => ({
    message: cut(caption(event), limits.message),
    alias: event.dedupKey,
    description: cut(describe(event), limits.description),
    priority: `P${Math.min(event.severityRank, 4) + 1}`,
    entity: event.incident,
    details: { incident: event.incident, severity: event.severity, at: event.at },
  }),
  acknowledge: ({ by }) => ({ note: by === undefined ? 'Answered.' : `Answered by ${by}.` }),
  resolve: ({ by }) => ({ note: by === undefined ? 'The call is over.' : `The call was ended by ${by}.` }),
};

function describe({ title, reason, by, link }: ToldEvent): string {
  const caller = by === undefined ? [] : [`Called by ${by}.`];
  return [title, reason, ...caller, link ?? ''].filter((line) => line !== '').join('\n');
}
