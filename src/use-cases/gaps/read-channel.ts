import type { ChannelId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import type { HistoryMessage, Stretch } from '../directory.ts';
import { DeliveryError, type Ports } from '../ports.ts';

export interface ReadChannel {
  readonly messages: readonly HistoryMessage[];
  /** Whether there is more than was read. */
  readonly isCut: boolean;
}

/** Somebody waits for the answer. */
const MOST_PAGES = 10;
const MOST_THREADS = 20;

interface Range {
  readonly channel: ChannelId;
  readonly since: Instant;
  readonly until: Instant;
}

/** The newest that was said in a channel in that time. Undefined where we may not read it. */
export async function readChannel(
  ports: Pick<Ports, 'directory'>,
  { channel, since, until }: Range,
): Promise<ReadChannel | undefined> {
  try {
    return await readPages(ports, { channel, since, until, thread: undefined, cursor: undefined });
  } catch (fault) {
    if (fault instanceof DeliveryError && fault.sort === 'never') {
      return undefined;
    }
    throw fault;
  }
}

/** What was said in the threads of these messages, of those in which somebody wrote after `since`. */
export async function readThreads(
  ports: Pick<Ports, 'directory'>,
  { messages, ...range }: Range & { readonly messages: readonly HistoryMessage[] },
): Promise<ReadChannel> {
  const threads = messages.filter(({ lastReplyAt }) => lastReplyAt !== undefined && lastReplyAt > range.since);
  const read: HistoryMessage[] = [];
  let isCut = threads.length > MOST_THREADS;
  for (const { key } of threads.slice(0, MOST_THREADS)) {
    const thread = await readPages(ports, { ...range, thread: key, cursor: undefined });
    read.push(...(thread?.messages ?? []));
    isCut ||= thread?.isCut === true;
  }
  return { messages: read, isCut };
}

async function readPages(ports: Pick<Ports, 'directory'>, from: Stretch): Promise<ReadChannel | undefined> {
  const messages: HistoryMessage[] = [];
  let { cursor } = from;
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const page = await ports.directory.readHistory({ ...from, cursor });
    if (page === undefined) {
      return pages === 0 ? undefined : { messages, isCut: true };
    }
    messages.push(...page.messages);
    cursor = page.nextCursor;
    if (cursor === undefined) {
      return { messages, isCut: false };
    }
  }
  return { messages, isCut: true };
}
