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

const Message = z.object({
  text: markup,
  bot_id: markup,
  blocks: z.unknown().optional(),
  attachments: z.array(z.unknown()).catch([]),
});

/** What Slack shows of a link by itself: no words of whoever sent it. A message that was passed on is. */
const Unfurled = z.union([
  z.object({ is_share: z.literal(true) }).transform(() => false),
  z.object({ from_url: z.string() }).transform(() => true),
  z.object({ original_url: z.string() }).transform(() => true),
]);

/** What Slack puts into the text of a message that has blocks only. */
const PLACEHOLDER = /^This content can['’]t be displayed\.$/u;

/**
 * What a message says, as markup. Of an app's message Slack shows the blocks and not the text, where there are both; of
 * every message its attachments too, into which apps that raise an alarm put most of it. Empty where there are no words.
 */
export function messageText(message: unknown): string {
  const read = Message.safeParse(message);
  if (!read.success) {
    return '';
  }
  const { text, bot_id, blocks, attachments } = read.data;
  const typed = PLACEHOLDER.test(text) ? '' : text;
  const shown = firstWords(
    () => (bot_id === '' ? typed : ''),
    () => blocksText(blocks),
    () => typed,
  );
  const attached = attachments.filter((attachment) => Unfurled.catch(false).parse(attachment) === false);
  return inLines([shown, ...attached.map(attachmentText).filter((words) => !shown.includes(words))]);
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
