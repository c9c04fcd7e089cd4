import { z } from 'zod';
import type { MessageContent } from '../../use-cases/directory.ts';
import { messageFiles } from './message-files.ts';
import { messageText } from './message-text.ts';

const Tombstone = z.object({ subtype: z.literal('tombstone') });

/** Whether it is what Slack leaves of a deleted message that has replies. */
export function isTombstone(message: unknown): boolean {
  return Tombstone.safeParse(message).success;
}

/** What somebody said in a message, as markup, and what it would take an edit to change. */
export function messageContent(message: unknown): MessageContent {
  return { source: messageText(message), fileNames: messageFiles(message).map(({ name }) => name) };
}
