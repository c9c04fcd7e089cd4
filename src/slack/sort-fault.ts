import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { DeliveryError } from '../use-cases/ports.ts';

/** Slack's own words for “not just now”. https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const AGAIN_LATER = new Set([
  'ratelimited',
  'rate_limited',
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
  'accesslimited',
  'canvas_editing_locked',
]);

/** Slack's word for why, where it gave one. */
export function slackError(fault: unknown): string | undefined {
  return fault instanceof WebAPIPlatformError ? fault.data.error : undefined;
}

/** Sorts what went wrong with a call: what mends by itself is tried again later, all else never. */
export function sortFault(fault: unknown): DeliveryError {
  if (fault instanceof DeliveryError) {
    return fault;
  }
  if (fault instanceof WebAPIRateLimitedError) {
    return new DeliveryError({
      sort: 'again-later',
      reason: 'ratelimited',
      retryAfterMilliseconds: fault.retryAfter * 1_000,
      cause: fault,
    });
  }
  if (fault instanceof WebAPIHTTPError) {
    const sort = fault.statusCode >= 500 || fault.statusCode === 429 ? 'again-later' : 'never';
    return new DeliveryError({ sort, reason: `http_${fault.statusCode}`, cause: fault });
  }
  if (fault instanceof WebAPIPlatformError) {
    const reason = fault.data.error;
    return new DeliveryError({ sort: AGAIN_LATER.has(reason) ? 'again-later' : 'never', reason, cause: fault });
  }
  const reason = fault instanceof WebAPIRequestError ? 'connection_failed' : 'unexpected_answer';
  return new DeliveryError({ sort: 'again-later', reason, cause: fault });
}
