import { type Cue, cuesOf, weightOf } from './cues.ts';
import type { MissedMessage } from './missed-message.ts';

export interface RankedMessage {
  readonly message: MissedMessage;
  readonly cues: readonly Cue[];
}

/**
 * What people said, the most telling first, equals in the order in which they were said. What apps said and what was said
 * to the bot is left out. Whether a message is on the timeline moves nothing, so that a list stays as it is while
 * somebody goes through it.
 */
export function rankMessages(messages: readonly MissedMessage[]): readonly RankedMessage[] {
  return messages
    .filter(({ saidBy, isCommand }) => saidBy !== undefined && !isCommand)
    .map((message) => ({ message, cues: cuesOf(message) }))
    .sort((a, b) => weigh(b) - weigh(a) || (a.message.key < b.message.key ? -1 : 1));
}

function weigh({ cues }: RankedMessage): number {
  return cues.reduce((sum, cue) => sum + weightOf(cue), 0);
}
