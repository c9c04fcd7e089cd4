import type { Room } from './open-room.ts';

/** What the bot told somebody in private, each as they see it. */
export function heardBy(room: Room, name: string): readonly string[] {
  const messages = room.workspace.person(name).directMessages();
  return messages.map((message) => message.visibleText());
}

/** Of that the messages that list what is somebody's, one a day. */
export function remindersOf(room: Room, name: string): readonly string[] {
  return heardBy(room, name).filter((text) => text.startsWith('⏰'));
}
