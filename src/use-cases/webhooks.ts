import type { Instant } from '../domain/time.ts';
import type { Attempt } from './messenger.ts';

/** Reaches the systems outside of the chat that the policy names. */
export interface Webhooks {
  /**
   * Resolves to what the system answered, in a line that tells no secret: `202 Event processed`. Its faults are
   * `DeliveryError`s; a webhook that the policy does not name any more, or that has no secret, is one for good.
   */
  send(webhook: string, event: WebhookEvent, attempt: Attempt): Promise<string>;
}

/** What happened to a call, as far as others may know of it. */
export interface WebhookEvent {
  readonly kind: 'trigger' | 'acknowledge' | 'resolve';
  /** The same for everything that is sent about one escalation until its answer is passed on; at most 255 characters. */
  readonly dedupKey: string;
  readonly at: Instant;
  /** `INC-42` */
  readonly incident: string;
  /** Whether it is an exercise. */
  readonly isDrill: boolean;
  /** Missing where the incident is private. */
  readonly title: string | undefined;
  readonly severity: string;
  /** 0 is the worst of the policy's severities. */
  readonly severityRank: number;
  /** Why the call, in its caller's words; empty where nobody said, and where the incident is private. */
  readonly reason: string;
  /** Who called or answered, by name; the bot's own where an alert called. Missing when the call is over. */
  readonly by: string | undefined;
  /** The incident's channel; missing until it is open. */
  readonly link: string | undefined;
}
