import { z } from 'zod';
import {
  type ChannelId,
  channelId,
  type IncidentId,
  incidentId,
  type MessageKey,
  messageKey,
  type PersonId,
  personId,
} from '../../domain/ids.ts';

/** What a form must remember between opening and submission. It comes from outside again, so it is read by zod. */
const FormMetadata = z.object({
  channel: z.string(),
  message: z
    .object({
      key: z.string(),
      permalink: z.string().optional(),
      saidBy: z.string().optional(),
      isCut: z.boolean().optional(),
    })
    .optional(),
  incidentId: z.string().optional(),
});

export interface FormContext {
  readonly channel: ChannelId;
  /** The message that the form was opened on. */
  readonly message: FormMessage | undefined;
  /** The incident that was chosen; without one, that of the channel. */
  readonly incidentId?: IncidentId | undefined;
}

export interface FormMessage {
  readonly key: MessageKey;
  readonly permalink: string | undefined;
  readonly saidBy: PersonId | undefined;
  /** The form shows only the beginning of it. */
  readonly isCut?: boolean | undefined;
}

export function writeFormMetadata({ channel, message, incidentId }: FormContext): string {
  return JSON.stringify({ channel, message, incidentId });
}

export function readFormMetadata(metadata: string): FormContext {
  const { channel, message, incidentId: chosen } = FormMetadata.parse(JSON.parse(metadata));
  return {
    channel: channelId(channel),
    incidentId: chosen === undefined ? undefined : incidentId(chosen),
    message:
      message === undefined
        ? undefined
        : {
            key: messageKey(message.key),
            permalink: message.permalink,
            saidBy: message.saidBy === undefined ? undefined : personId(message.saidBy),
            isCut: message.isCut,
          },
  };
}
