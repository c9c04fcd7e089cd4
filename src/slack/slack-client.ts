import type { ConversationsHistoryResponse, WebClient } from '@slack/web-api';
import {
  type ChannelId,
  channelId,
  type MessageKey,
  type MessageRef,
  messageKey,
  type PersonId,
} from '../domain/ids.ts';
import { toMilliseconds } from '../domain/time.ts';
import type { Attempt } from '../use-cases/messenger.ts';
import { DeliveryError } from '../use-cases/ports.ts';
import type { Message } from './blocks/layout.ts';
import { WORK_METADATA } from './identifiers.ts';
import { slackError, sortFault } from './sort-fault.ts';

/** Told of each call: the method, and `ok` or why it failed. */
export type CountCall = (method: string, outcome: string) => void;

type HistoryMessage = NonNullable<ConversationsHistoryResponse['messages']>[number];

interface HistoryPage {
  readonly messages?: readonly HistoryMessage[];
  readonly response_metadata?: { readonly next_cursor?: string };
}

/** Calls Slack's Web API; every fault that leaves here is a `DeliveryError`. */
export class SlackClient {
  readonly #web: WebClient;
  readonly #count: CountCall;

  constructor(web: WebClient, count: CountCall) {
    this.#web = web;
    this.#count = count;
  }

  /** Undefined where Slack says that it is so already. */
  async call<Response>(
    method: string,
    run: (web: WebClient) => Promise<Response>,
    alreadySo: readonly string[] = [],
  ): Promise<Response | undefined> {
    try {
      const response = await run(this.#web);
      this.#count(method, 'ok');
      return response;
    } catch (fault) {
      const error = slackError(fault);
      if (error !== undefined && alreadySo.includes(error)) {
        this.#count(method, 'ok');
        return undefined;
      }
      const sorted = sortFault(fault);
      this.#count(method, sorted.reason);
      throw sorted;
    }
  }

  /** Posts a message once, however often its work is attempted. */
  async post(channel: ChannelId, message: Message, attempt: Attempt): Promise<MessageRef> {
    return this.#postOnce({ channel }, message, attempt);
  }

  /** The same in the thread of a message. */
  async reply({ channel, key }: MessageRef, message: Message, attempt: Attempt): Promise<MessageRef> {
    return this.#postOnce({ channel, thread: key }, message, attempt);
  }

  async #postOnce({ channel, thread }: Place, message: Message, attempt: Attempt): Promise<MessageRef> {
    const earlier = attempt.isRepeat
      ? await this.#find({ channel, thread }, attempt, (posted) => refOf(posted, channel, attempt))
      : undefined;
    if (earlier !== undefined) {
      return earlier;
    }
    const posted = await this.call('chat.postMessage', (web) =>
      web.chat.postMessage({
        channel,
        ...(thread === undefined ? {} : { thread_ts: thread }),
        ...message,
        unfurl_links: false,
        unfurl_media: false,
        metadata: { event_type: WORK_METADATA, event_payload: { work: attempt.key } },
      }),
    );
    if (posted?.channel === undefined || posted.ts === undefined) {
      throw new DeliveryError({ sort: 'again-later', reason: 'unexpected_answer' });
    }
    return { channel: channelId(posted.channel), key: messageKey(posted.ts) };
  }

  /** What an earlier attempt posted there. */
  async findPosted(channel: ChannelId, attempt: Attempt): Promise<MessageRef | undefined> {
    return this.#find({ channel }, attempt, (posted) => refOf(posted, channel, attempt));
  }

  /** False where the message was deleted, or is gone in another way that the caller names. */
  async update(message: MessageRef, content: Message, gone: readonly string[] = []): Promise<boolean> {
    const updated = await this.call(
      'chat.update',
      (web) => web.chat.update({ channel: message.channel, ts: message.key, ...content }),
      ['message_not_found', ...gone],
    );
    return updated !== undefined;
  }

  async openDirectMessage(person: PersonId): Promise<ChannelId> {
    const opened = await this.call('conversations.open', (web) => web.conversations.open({ users: person }));
    if (opened?.channel?.id === undefined) {
      throw new DeliveryError({ sort: 'again-later', reason: 'unexpected_answer' });
    }
    return channelId(opened.channel.id);
  }

  /** What `pick` makes of the newest message that fits, of those that an earlier attempt can have posted. */
  async findMessage<Found>(
    channel: ChannelId,
    attempt: Attempt,
    pick: (message: HistoryMessage) => Found | undefined,
  ): Promise<Found | undefined> {
    return this.#find({ channel }, attempt, pick);
  }

  async #find<Found>(
    place: Place,
    attempt: Attempt,
    pick: (message: HistoryMessage) => Found | undefined,
  ): Promise<Found | undefined> {
    let cursor: string | undefined;
    do {
      const page = await this.#readPage(place, attempt, cursor);
      for (const message of page?.messages ?? []) {
        const found = pick(message);
        if (found !== undefined) {
          return found;
        }
      }
      cursor = page?.response_metadata?.next_cursor || undefined;
    } while (cursor !== undefined);
    return undefined;
  }

  async #readPage(
    { channel, thread }: Place,
    { since }: Attempt,
    cursor: string | undefined,
  ): Promise<HistoryPage | undefined> {
    const range = {
      channel,
      oldest: String(toMilliseconds(since) / 1_000 - CLOCK_SKEW_SECONDS),
      include_all_metadata: true,
      limit: 200,
      ...(cursor === undefined ? {} : { cursor }),
    };
    return thread === undefined
      ? this.call('conversations.history', (web) => web.conversations.history(range))
      : this.call('conversations.replies', (web) => web.conversations.replies({ ...range, ts: thread }));
  }
}

/** A channel, or a thread in it. */
interface Place {
  readonly channel: ChannelId;
  readonly thread?: MessageKey | undefined;
}

/** So far may Slack's clock be behind ours: what an earlier attempt made is looked for from this much before it. */
export const CLOCK_SKEW_SECONDS = 60;

function refOf({ ts, metadata }: HistoryMessage, channel: ChannelId, { key }: Attempt): MessageRef | undefined {
  const payload = metadata?.event_payload;
  const isOurs =
    metadata?.event_type === WORK_METADATA && payload !== undefined && 'work' in payload && payload.work === key;
  return isOurs && ts !== undefined ? { channel, key: messageKey(ts) } : undefined;
}
