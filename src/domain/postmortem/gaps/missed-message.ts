import type { MessageKey, PersonId } from '../../ids.ts';
import type { Instant } from '../../time.ts';

/** Something that was said while the timeline was silent. */
export interface MissedMessage {
  readonly key: MessageKey;
  /** The message in whose thread it was said. */
  readonly thread: MessageKey | undefined;
  readonly at: Instant;
  /** Plain, as people read it. */
  readonly text: string;
  /** Missing where an app said it. */
  readonly saidBy: PersonId | undefined;
  /** Whether it asks the bot to do something; of that the record tells already. */
  readonly isCommand: boolean;
  readonly files: number;
  /** How often people reacted to it. */
  readonly reactions: number;
}
