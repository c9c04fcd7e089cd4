import { z } from 'zod';
import { blocksText, markup } from './blocks-text.ts';

/** https://docs.slack.dev/legacy/legacy-messaging/legacy-secondary-message-attachments */
const Attachment = z.object({
  blocks: z.unknown().optional(),
  pretext: markup,
  title: markup,
  text: markup,
  fields: z.array(z.object({ title: markup, value: markup }).catch({ title: '', value: '' })).catch([]),
  fallback: markup,
});

const Message = z.object({ text: markup, blocks: z.unknown().optional(), attachments: z.array(z.unknown()).catch([]) });

/** What Slack puts into the text of a message that has blocks only. */
const PLACEHOLDER = /^This content can['’]t be displayed\.$/u;

/**
 * What a message says, as markup: its text, or else the words of its blocks and attachments, into which apps that
 * raise an alarm put all of theirs. Empty where there are none.
 */
export function messageText(message: unknown): string {
  const read = Message.safeParse(message);
  if (!read.success) {
    return '';
  }
  const { text, blocks, attachments } = read.data;
  if (text.trim() !== '' && !PLACEHOLDER.test(text)) {
    return text;
  }
  return firstWords(
    () => blocksText(blocks),
    () => inLines(attachments.map(attachmentText)),
  );
}

function attachmentText(attachment: unknown): string {
  const read = Attachment.safeParse(attachment);
  if (!read.success) {
    return '';
  }
  const { blocks, pretext, title, text, fields, fallback } = read.data;
  return firstWords(
    () => blocksText(blocks),
    () => inLines([pretext, title, text, ...fields.map(fieldText)]),
    // It repeats the others, for where they cannot be shown.
    () => fallback,
  );
}

function fieldText({ title, value }: { readonly title: string; readonly value: string }): string {
  return [title, value].filter((part) => part.trim() !== '').join(': ');
}

function firstWords(...sources: readonly (() => string)[]): string {
  for (const source of sources) {
    const words = source().trim();
    if (words !== '') {
      return words;
    }
  }
  return '';
}

function inLines(parts: readonly string[]): string {
  return parts.filter((part) => part.trim() !== '').join('\n');
}
