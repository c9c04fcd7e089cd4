import type { MessageKey } from '../ids.ts';
import type { TranscriptHead } from './transcript-message.ts';

/** A page of what was said, of the channel itself or of one thread, and between which messages it lies. */
export interface ReadStretch {
  readonly thread: MessageKey | undefined;
  readonly met: ReadonlySet<MessageKey>;
  /** The ends are not part of it; missing where the stretch has none. */
  readonly after: MessageKey | undefined;
  readonly before: MessageKey | undefined;
}

/** What was kept before the page was read and should stand on it, and does not: somebody deleted it. */
export function missingMessages(kept: readonly TranscriptHead[], stretch: ReadStretch): readonly TranscriptHead[] {
  const { thread, met, after, before } = stretch;
  return kept.filter(
    (head) =>
      head.deletedAt === undefined &&
      head.thread === thread &&
      !met.has(head.key) &&
      (after === undefined || head.key > after) &&
      (before === undefined || head.key < before),
  );
}
