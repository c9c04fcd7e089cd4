import { z } from 'zod';

export const ChannelName = z
  .string({
    error: ({ input }) =>
      input === '' || input === 'null' || input === '~'
        ? 'Write the channel without its #, which begins a comment in YAML, such as incidents; or delete this line.'
        : 'Write one channel as Slack shows it, in small letters and without blanks, such as incidents.',
  })
  .regex(/^#?(?!null$)[\p{Ll}\p{Lo}\p{N}_-]{1,80}$|^C[A-Z0-9]{8,}$/u);
