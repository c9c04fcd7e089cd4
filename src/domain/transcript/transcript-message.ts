import type { IncidentId, MessageKey, MessageRef, PersonId } from '../ids.ts';
import type { Instant } from '../time.ts';

/** What somebody said in an incident's channel, kept for the appendix of its postmortem. */
export interface TranscriptMessage {
  readonly incidentId: IncidentId;
  readonly message: MessageRef;
  /** The message whose thread it was said in; missing in the channel itself. */
  readonly thread: MessageKey | undefined;
  /** Missing where an app said it. */
  readonly saidBy: PersonId | undefined;
  readonly appName: string | undefined;
  readonly at: Instant;
  /** Plain text, in which mentions stand as the names people had then. */
  readonly text: string;
  /** The same as the chat system keeps it, by which an edit is known. */
  readonly source: string;
  readonly editedAt: Instant | undefined;
  /** Its words are gone with it: `text` and `source` are empty. */
  readonly deletedAt: Instant | undefined;
  /** When it was so, as the chat system tells it; what is older and arrives later changes nothing. */
  readonly version: string;
}

/** Enough of a kept message to find it again. */
export type TranscriptHead = Pick<TranscriptMessage, 'thread' | 'version' | 'deletedAt'> & {
  readonly key: MessageKey;
};
