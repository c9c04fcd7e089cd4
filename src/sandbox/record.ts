import type { Instant } from '../domain/time.ts';

export interface CallRecord {
  /** A method of the Web API, `response_url`, `upload` or `download`. */
  readonly method: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly at: Instant;
  /** What was sent back; undefined while it is held and where the connection was reset. */
  response?: unknown;
  /** Slack's error code, `http_500`, `ratelimited` or `connection_reset`. */
  error?: string;
}

export type DeliveryKind =
  | 'event'
  | 'command'
  | 'block_actions'
  | 'shortcut'
  | 'message_action'
  | 'view_submission'
  | 'view_closed';

export interface DeliveryRecord {
  readonly kind: DeliveryKind;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly at: Instant;
  /** 1 for the first. */
  readonly attempt: number;
  /** 0 until there is one. */
  status: number;
  body: string;
  failed?: string;
}

/** Every call and delivery, in the order they began. */
export interface WorkspaceRecord {
  readonly calls: CallRecord[];
  readonly deliveries: DeliveryRecord[];
}
