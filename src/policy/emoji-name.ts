import { z } from 'zod';

export const EmojiName = z
  .string()
  .regex(
    /^(:?)[\p{Ll}\p{Lo}\p{N}_'+-]+\1$/u,
    'Write the name that Slack shows for the emoji, in small letters, such as pushpin.',
  );

/** `:pushpin:` as people copy it, `pushpin` as Slack sends it. */
export function emojiName(written: string): string {
  return written.replaceAll(':', '');
}
