import { sign } from '../http/sign.ts';
import type { OutgoingRequest, Sending } from './format.ts';

/** Our own format, which docs/webhooks.md describes. */
export function signedRequest({ url, secret, event, delivery, now }: Sending): OutgoingRequest {
  const body = JSON.stringify({
    kind: event.kind,
    delivery,
    dedup_key: event.dedupKey,
    at: event.at,
    incident: event.incident,
    title: event.title,
    is_private: event.isPrivate,
    is_drill: event.isDrill,
    severity: event.severity,
    severity_rank: event.severityRank,
    reason: event.reason,
    by: event.by ?? null,
    link: event.link ?? null,
  });
  return { url, headers: { 'X-Faultline-Delivery': delivery, ...sign(body, secret, now) }, body };
}
