import { z } from 'zod';
import { messageText } from './message-text.ts';

const Files = z.object({
  files: z.array(z.object({ name: z.string().nullish(), title: z.string().nullish() })).catch([]),
});

export interface MessageContent {
  /** Its words as markup. */
  readonly source: string;
  readonly fileNames: readonly string[];
}

const Tombstone = z.object({ subtype: z.literal('tombstone') });

/** Whether it is what Slack leaves of a deleted message that has replies. */
export function isTombstone(message: unknown): boolean {
  return Tombstone.safeParse(message).success;
}

/** What somebody said in a message, and what it would take an edit to change. */
export function messageContent(message: unknown): MessageContent {
  const read = Files.safeParse(message);
  const files = read.success ? read.data.files : [];
  return { source: messageText(message), fileNames: files.map(({ name, title }) => name ?? title ?? 'a file') };
}
