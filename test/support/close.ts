import type { Channel } from '../../src/sandbox/people/channel.ts';
import { closes } from './closes.ts';
import { declare } from './declare.ts';
import type { Room } from './open-room.ts';

/** Ana declares, logs, asks Ben for something, resolves and closes with these words. */
export async function closed(
  room: Room,
  words: Readonly<Record<string, string>> = {},
  opened?: Channel,
): Promise<Channel> {
  const channel = opened ?? (await declare(room));
  const ana = room.workspace.person('ana');
  ana.invites('ben', channel);
  await room.settle();
  await ana.types('/incident log 13:50 detected: Alarm rang', channel);
  await ana.types('/incident action @ben prevent: Size the pool by 2024-05-10', channel);
  await ana.types('/incident resolve Pool is larger now', channel);
  await room.settle();
  await closes(ana, channel, words);
  await room.settle();
  return channel;
}
