import type { IncidentId, MessageRef } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import type { TranscriptHead, TranscriptMessage } from '../../domain/transcript/transcript-message.ts';

/** What was said in the channels of incidents. */
export interface TranscriptStore {
  /** Keeps the newest version of a message; a deletion is the last of them. */
  keep(message: TranscriptMessage): Promise<void>;
  /** Writes the words anew where the message still is what they were made from. */
  reword(incident: IncidentId, words: Pick<TranscriptMessage, 'message' | 'source' | 'text'>): Promise<void>;
  find(incident: IncidentId, message: MessageRef): Promise<TranscriptMessage | undefined>;
  /** In the order in which they were said. */
  list(incident: IncidentId): Promise<readonly TranscriptMessage[]>;
  /** In the same order. */
  listHeads(incident: IncidentId): Promise<readonly TranscriptHead[]>;
  /** Deletes what was said in incidents that were closed before. */
  forgetClosedBefore(at: Instant): Promise<void>;
}
