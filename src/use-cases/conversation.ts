import type { ChannelId, MessageKey, PersonId, TeamId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';

/** A command as it was typed, by slash or by mention. */
export interface TypedCommand {
  readonly teamId: TeamId;
  readonly personId: PersonId;
  readonly channel: ChannelId;
  /** The thread it was typed in; commands by slash have none. */
  readonly thread: MessageKey | undefined;
  /** All that follows `/incident`, as markup. */
  readonly text: string;
  /** What `10m ago` is counted from, however late it is read. */
  readonly typedAt: Instant;
  readonly deliveryKey: string;
  /** The message that holds the command; commands by slash leave none. */
  readonly permalink: string | undefined;
  readonly responseUrl: string | undefined;
}

/** Where one person, and nobody else, sees an answer. */
export interface PrivatePlace {
  readonly personId: PersonId;
  readonly channel: ChannelId;
  readonly thread: MessageKey | undefined;
  readonly responseUrl: string | undefined;
  /** In the place of the message whose button was pressed, if the response address still takes it. */
  readonly isRedrawn: boolean;
}

/** An answer that only one person sees, ready to send. */
export interface PrivateAnswer extends PrivatePlace {
  readonly text: string;
  /** Blocks as the chat system takes them; written by its adapter and read by nobody else. */
  readonly blocks: readonly unknown[];
}
