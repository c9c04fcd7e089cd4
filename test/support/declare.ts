import type { Channel } from '../../src/sandbox/people/channel.ts';
import type { Room } from './open-room.ts';

/** Ana declares, and the incident's channel is there. */
export async function declare(room: Room, title = 'Booking is down'): Promise<Channel> {
  const before = new Set(room.workspace.channels().map(({ id }) => id));
  await room.workspace.person('ana').types(`/incident start ${title}`, 'general');
  await room.settle();
  const opened = room.workspace.channels().find(({ id }) => !before.has(id));
  if (opened === undefined) {
    throw new Error('no channel was opened');
  }
  return opened;
}

/** What the channel shows, a line a message. */
export function transcript(channel: Channel): string {
  return channel
    .messages()
    .map((message) => `${message.author}: ${message.visibleText()}`)
    .join('\n');
}
