import { type Instant, instant } from '../../domain/time.ts';
import type { Channel } from '../people/channel.ts';
import type { Message } from '../people/message.ts';
import type { Workspace } from '../workspace.ts';
import { type Deed, deedOf } from './deed.ts';

/** What a transcript shows: a message with its thread, or what somebody did that no message tells. */
export type Entry =
  | { readonly kind: 'message'; readonly at: Instant; readonly message: Message; readonly replies: readonly Message[] }
  | (Deed & { readonly kind: 'deed' });

/** All that anybody saw in the channel, in its order, and what led to it. */
export function entriesOf(workspace: Workspace, channel: Channel, people: readonly string[]): readonly Entry[] {
  const messages = everyMessage(workspace, channel, people);
  const inThread = (message: Message) => message.threadTs !== undefined && message.threadTs !== message.ts;
  const shown = messages
    .filter((message) => !inThread(message))
    .map((message): Entry => {
      const replies = messages.filter((reply) => inThread(reply) && reply.threadTs === message.ts);
      return { kind: 'message', at: instantOf(message), message, replies };
    });
  const deeds = workspace.record.deliveries
    .map((delivery) => deedOf(delivery, channel.id))
    .filter((deed) => deed !== undefined)
    .map((deed): Entry => ({ kind: 'deed', ...deed }));
  // A deed comes before what it brings about at the same instant.
  return [...deeds, ...shown].sort((one, other) => (one.at === other.at ? 0 : one.at < other.at ? -1 : 1));
}

export function instantOf(message: Message): Instant {
  return instant(Math.floor(Number(message.ts) * 1_000));
}

function everyMessage(workspace: Workspace, channel: Channel, people: readonly string[]): readonly Message[] {
  const byTimestamp = new Map(
    people.flatMap((name) => workspace.person(name).sees(channel)).map((message) => [message.ts, message]),
  );
  return [...byTimestamp.values()].sort((one, other) => Number(one.ts) - Number(other.ts));
}
