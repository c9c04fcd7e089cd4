import { z } from 'zod';
import { type ChannelId, channelId, type MessageKey, messageKey, type PersonId, personId } from '../../domain/ids.ts';

/** What a form must remember between opening and submission. It comes from outside again, so it is read by zod. */
const FormMetadata = z.object({
  channel: z.string(),
  message: z.object({ key: z.string(), permalink: z.string().optional(), saidBy: z.string().optional() }).optional(),
});

export interface FormContext {
  readonly channel: ChannelId;
  /** The message that the form was opened on. */
  readonly message: FormMessage | undefined;
}

export interface FormMessage {
  readonly key: MessageKey;
  readonly permalink: string | undefined;
  readonly saidBy: PersonId | undefined;
}

export function writeFormMetadata({ channel, message }: FormContext): string {
  return JSON.stringify({ channel, message });
}

export function readFormMetadata(metadata: string): FormContext {
  const { channel, message } = FormMetadata.parse(JSON.parse(metadata));
  return {
    channel: channelId(channel),
    message:
      message === undefined
        ? undefined
        : {
            key: messageKey(message.key),
            permalink: message.permalink,
            saidBy: message.saidBy === undefined ? undefined : personId(message.saidBy),
          },
  };
}
