import type { ChannelId, PersonId, TeamId } from '../domain/ids.ts';

/** Who asks, and from which delivery; every use case that changes something takes one. */
export interface Requester {
  readonly teamId: TeamId;
  readonly personId: PersonId;
  /** The same for every repeat of one delivery. */
  readonly deliveryKey: string;
}

/** Asked in a channel, for the incident that the channel belongs to. */
export interface RequesterInChannel extends Requester {
  readonly channel: ChannelId;
}
