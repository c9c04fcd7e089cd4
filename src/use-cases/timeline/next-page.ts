import type { MessageKey } from '../../domain/ids.ts';
import type { ReadStretch } from '../../domain/transcript/missing-messages.ts';
import type { TranscriptHead } from '../../domain/transcript/transcript-message.ts';
import type { HistoryPage } from '../directory.ts';
import type { Work } from '../work.ts';

export type PageWork = Extract<Work, { kind: 'catch-up-page' }>;

/** What is to be read after this page: the rest of the channel or the thread, then the threads one by one. */
export function nextPage(
  work: PageWork,
  page: HistoryPage | undefined,
  kept: readonly TranscriptHead[],
): PageWork | undefined {
  const begun = work.thread === undefined ? (page?.messages ?? []).filter(({ hasReplies }) => hasReplies) : [];
  const threads = [...new Set([...work.threads, ...begun.map(({ key }) => key)])];
  const edge = edgeOf(work, page);
  if (page?.nextCursor !== undefined) {
    return { ...work, cursor: page.nextCursor, threads, edge };
  }
  const rest = work.thread === undefined ? withKeptThreads({ ...work, threads, edge }, kept) : { ...work, threads };
  const [thread, ...others] = rest.threads;
  return thread === undefined ? undefined : { ...rest, thread, cursor: undefined, threads: others, edge: undefined };
}

/** A thread whose messages were all deleted is known from the transcript only. */
function withKeptThreads(work: PageWork, kept: readonly TranscriptHead[]): PageWork {
  const { threads, edge } = work;
  const known = kept.flatMap(({ thread, deletedAt }) =>
    thread === undefined || deletedAt !== undefined ? [] : [thread],
  );
  return { ...work, threads: [...new Set([...threads, ...known.filter((key) => edge !== undefined && key >= edge)])] };
}

/** What is still to be met after this page. What is older than all of the channel may be hidden, and is let be. */
export function unmetAfter(work: PageWork, page: HistoryPage | undefined): readonly MessageKey[] {
  const met = metOn(page);
  const unmet = work.unmet.filter((key) => !met.has(key));
  const edge = edgeOf(work, page);
  const isEndOfChannel = work.thread === undefined && page?.nextCursor === undefined;
  return isEndOfChannel ? unmet.filter((key) => edge !== undefined && key > edge) : unmet;
}

function metOn(page: HistoryPage | undefined): ReadonlySet<MessageKey> {
  return new Set(page?.messages.flatMap(({ key, isDeleted }) => (isDeleted ? [] : [key])));
}

/** Where the page ends: a channel is read from the newest message to the oldest, a thread the other way round. */
function edgeOf(work: PageWork, page: HistoryPage | undefined): MessageKey | undefined {
  const keys = (page?.messages ?? []).map(({ key }) => key).sort();
  return (work.thread === undefined ? keys.at(0) : keys.at(-1)) ?? work.edge;
}

/**
 * Between which messages the page lies. Of what is older than the oldest message that was met nothing is said: a
 * workspace may hide it. A thread that is gone has no ends.
 */
export function stretchOf(work: PageWork, page: HistoryPage | undefined): ReadStretch | undefined {
  const met = metOn(page);
  const edge = edgeOf(work, page);
  if (work.thread === undefined) {
    return edge === undefined ? undefined : { thread: undefined, met, after: edge, before: work.edge };
  }
  const isLast = page?.nextCursor === undefined;
  return { thread: work.thread, met, after: work.edge, before: isLast ? undefined : edge };
}
