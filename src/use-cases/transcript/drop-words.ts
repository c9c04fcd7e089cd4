import type { IncidentId, MessageRef } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import { justAfter } from '../../domain/timeline/changed-at.ts';
import type { TranscriptMessage } from '../../domain/transcript/transcript-message.ts';
import type { Records } from '../ports.ts';

/** Somebody deleted the message: that they said something stays, what they said goes. */
export async function dropWords(
  records: Records,
  {
    incidentId,
    message,
    deletedAt,
  }: {
    readonly incidentId: IncidentId;
    readonly message: MessageRef;
    readonly deletedAt: Instant;
  },
): Promise<void> {
  const kept = await records.transcript.find(incidentId, message);
  if (kept !== undefined) {
    await records.transcript.keep(withoutWords(kept, deletedAt));
  }
}

export function withoutWords(kept: TranscriptMessage, deletedAt: Instant): TranscriptMessage {
  return { ...kept, text: '', source: '', deletedAt, version: justAfter(kept.version) };
}
