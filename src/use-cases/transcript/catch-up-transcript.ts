import type { Incident } from '../../domain/incident/incident.ts';
import type { TranscriptPolicy } from '../../domain/policy.ts';
import type { Instant } from '../../domain/time.ts';
import { missingMessages, type ReadStretch } from '../../domain/transcript/missing-messages.ts';
import type { TranscriptHead } from '../../domain/transcript/transcript-message.ts';
import type { HistoryMessage } from '../directory.ts';
import type { Records } from '../ports.ts';
import { dropWords } from './drop-words.ts';
import { keepSaid } from './keep-said.ts';

interface ReadPage {
  readonly incident: Incident;
  /** As it was before the page was read. */
  readonly kept: readonly TranscriptHead[];
  readonly messages: readonly HistoryMessage[];
  /** Missing where nothing can be said of what does not stand on the page. */
  readonly stretch: ReadStretch | undefined;
  /** What was said later than this may be too new for the page. */
  readonly asOf: string;
  readonly now: Instant;
}

/** Keeps what was said, edited and deleted without our hearing of it. False where it is too early to say of something. */
export async function catchUpTranscript(records: Records, policy: TranscriptPolicy, page: ReadPage): Promise<boolean> {
  const { incident, kept, messages, stretch, asOf, now } = page;
  const heads = new Map(kept.map((head) => [head.key, head]));
  for (const { key, said } of messages) {
    const head = heads.get(key);
    if (said !== undefined && (head === undefined || head.version < said.version)) {
      await keepSaid(records, policy, { incident, said, now });
    }
  }
  const { channel } = incident;
  const missing = stretch === undefined ? [] : missingMessages(kept, stretch);
  for (const { key } of missing) {
    if (channel !== undefined && key <= asOf) {
      await dropWords(records, { incidentId: incident.id, message: { channel, key }, deletedAt: now });
    }
  }
  return missing.every(({ key }) => key <= asOf);
}
