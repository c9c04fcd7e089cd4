import type { Channel } from '../../src/sandbox/people/channel.ts';
import type { Message } from '../../src/sandbox/people/message.ts';
import type { Person } from '../../src/sandbox/people/person.ts';
import { declare } from './declare.ts';
import { openRoom, type Room, type RoomOptions } from './open-room.ts';

export interface ItemRoom {
  readonly room: Room;
  readonly channel: Channel;
  /** Declared the incident, and so leads it. */
  readonly ana: Person;
  readonly ben: Person;
  readonly mahari: Person;
}

/** An incident with an action item of Ben's, of which he was told; today is Tuesday, 7 May 2024. */
export async function openItemRoom(
  options: RoomOptions = {},
  command = '/incident action @ben prevent: Size the pool by 2024-05-10',
): Promise<ItemRoom> {
  const room = await openRoom(options);
  const channel = await declare(room);
  const [ana, ben, mahari] = [
    room.workspace.person('ana'),
    room.workspace.person('ben'),
    room.workspace.person('mahari'),
  ];
  ben.joins(channel);
  mahari.joins(channel);
  await ana.types(command, channel);
  await room.settle();
  return { room, channel, ana, ben, mahari };
}

/** The last message to somebody alone that shows these words, answers to presses left out. */
export function toldTo(person: Person, words: string): Message {
  const kept = person.directMessages().filter(({ ephemeralFor }) => ephemeralFor === undefined);
  const found = kept.findLast((message) => message.visibleText().includes(words));
  if (found === undefined) {
    const told = person.directMessages().map((message) => message.visibleText());
    throw new Error(`${person.name} was told nothing of “${words}”, but:\n${told.join('\n---\n')}`);
  }
  return found;
}

/** What somebody's message offers to press. */
export function labelsOf(message: Message): readonly string[] {
  return message.buttons().map(({ text }) => text);
}
