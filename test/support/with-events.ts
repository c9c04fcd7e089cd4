import type { Answer } from '../../src/sandbox/people/answer.ts';
import type { Message } from '../../src/sandbox/people/message.ts';
import { declare } from './declare.ts';
import { openRoom } from './open-room.ts';

/** An incident in whose channel Ana has logged these. */
export async function withEvents(...typed: readonly string[]) {
  const room = await openRoom();
  const channel = await declare(room);
  const ana = room.workspace.person('ana');
  for (const text of typed) {
    await ana.types(`/incident log ${text}`, channel);
  }
  await room.settle();
  return { room, channel, ana };
}

/** What the bot answered, where that is one message. */
export function only({ messages, text }: Pick<Answer, 'messages' | 'text'>): Message {
  const [message] = messages;
  if (message === undefined) {
    throw new Error(`there is no message, but ${text}`);
  }
  return message;
}
