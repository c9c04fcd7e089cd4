import { cut, plainLine } from '../http/plain-text.ts';
import type { OutgoingRequest, Sending } from './format.ts';
import { caption, type ToldEvent } from './tell-event.ts';

/** https://developer.pagerduty.com/docs/events-api-v2/trigger-events/ */
const LONGEST_SUMMARY = 1_024;

/** PagerDuty's Events API v2. https://developer.pagerduty.com/docs/events-api-v2/overview/ */
export function pagerdutyRequest({ url, secret, event }: Sending): OutgoingRequest {
  const body = {
    routing_key: secret,
    event_action: event.kind,
    dedup_key: event.dedupKey,
    ...(event.kind === 'trigger' ? alert(event) : {}),
  };
  return { url, headers: {}, body: JSON.stringify(body) };
}

function alert(event: ToldEvent): object {
  const reason = event.reason === '' ? {} : { reason: event.reason };
  const calledBy = event.by === undefined ? {} : { called_by: event.by };
  return {
    client: 'Faultline',
    payload: {
      summary: summary(event),
      source: 'Faultline',
      severity: ['critical', 'error', 'warning'][event.severityRank] ?? 'info',
      timestamp: event.at,
      custom_details: { incident: event.incident, severity: event.severity, ...reason, ...calledBy },
    },
    ...(event.link === undefined ? {} : { links: [{ href: event.link, text: `The channel of ${event.incident}` }] }),
  };
}

/** What is read out on the phone. */
function summary(event: ToldEvent): string {
  const why = event.reason === '' ? '' : ` – ${plainLine(event.reason)}`;
  return cut(`${caption(event)}${why}`, LONGEST_SUMMARY);
}
