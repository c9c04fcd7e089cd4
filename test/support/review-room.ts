import { MINUTE } from '../../src/domain/time.ts';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import type { Message } from '../../src/sandbox/people/message.ts';
import type { Person } from '../../src/sandbox/people/person.ts';
import { closes } from './closes.ts';
import { declare } from './declare.ts';
import { openRoom, type Room, type RoomOptions } from './open-room.ts';

export interface ReviewRoom {
  readonly room: Room;
  readonly channel: Channel;
  readonly ana: Person;
  readonly ben: Person;
  readonly mahari: Person;
}

/** Ana's incident, closed, with its postmortem drafted. */
export async function openReviewRoom(
  options: RoomOptions = {},
  { isPrivate }: { readonly isPrivate: boolean } = { isPrivate: false },
): Promise<ReviewRoom> {
  const room = await openRoom(options);
  const channel = isPrivate ? await declarePrivately(room) : await declare(room);
  const [ana, ben, mahari] = ['ana', 'ben', 'mahari'].map((name) => room.workspace.person(name)) as [
    Person,
    Person,
    Person,
  ];
  await room.pass(30 * MINUTE);
  await closeIncident(room, channel);
  return { room, channel, ana, ben, mahari };
}

export async function closeIncident(room: Room, channel: Channel): Promise<void> {
  const ana = room.workspace.person('ana');
  await ana.types('/incident resolve Pool is larger now', channel);
  await room.settle();
  await closes(ana, channel, { summary: 'The pool was too small' });
  await room.settle();
}

/** What `/incident postmortem` answers Ana. */
export async function panel({ room, channel, ana }: ReviewRoom): Promise<Message> {
  const answer = await ana.types('/incident postmortem', channel);
  await room.settle();
  const [message] = answer.messages;
  if (message === undefined) {
    throw new Error('no answer to /incident postmortem');
  }
  return message;
}

export async function askForReview(at: ReviewRoom, entries: Readonly<Record<string, string | readonly string[]>>) {
  const { modal } = await at.ana.clicks('Ask for review…', await panel(at));
  const sent = await at.ana.submits(modal, entries);
  await at.room.settle();
  return sent;
}

/** The last that the bot told somebody about a review. */
export function asked(person: Person): Message {
  const found = person.directMessages().findLast((message) => message.visibleText().includes('👀'));
  if (found === undefined) {
    throw new Error(`${person.name} was not asked`);
  }
  return found;
}

async function declarePrivately(room: Room): Promise<Channel> {
  const ana = room.workspace.person('ana');
  await ana.submits((await ana.uses('Start an incident')).modal, { title: 'Leak', private: 'private' });
  await room.settle();
  return room.workspace.channel('inc-1-leak');
}
