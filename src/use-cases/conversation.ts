import type { ChannelId, MessageKey, PersonId, TeamId } from '../domain/ids.ts';

/** A command as it was typed, kept until everybody whom it names is known. */
export interface DeferredCommand {
  readonly teamId: TeamId;
  readonly personId: PersonId;
  readonly channel: ChannelId;
  /** The thread it was typed in; commands by slash have none. */
  readonly thread: MessageKey | undefined;
  readonly text: string;
  readonly deliveryKey: string;
  readonly responseUrl: string | undefined;
  /** Whose particulars are missing. */
  readonly unknown: readonly PersonId[];
}

/** An answer that only one person sees, ready to send. */
export interface PrivateAnswer {
  readonly personId: PersonId;
  readonly channel: ChannelId;
  readonly thread: MessageKey | undefined;
  readonly responseUrl: string | undefined;
  readonly text: string;
  /** Blocks as the chat system takes them; written by its adapter and read by nobody else. */
  readonly blocks: readonly unknown[];
}
