import type { WorkId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { ToldEvent } from './tell-event.ts';

/** Writes what a webhook is sent, as those who take it want it. */
export type Format = (sending: Sending) => OutgoingRequest;

/** One event on its way to one webhook. */
export interface Sending {
  readonly url: string;
  readonly secret: string;
  readonly event: ToldEvent;
  /** The same for every attempt. */
  readonly delivery: WorkId;
  readonly now: Instant;
}

/** Always posted, and always JSON. */
export interface OutgoingRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
