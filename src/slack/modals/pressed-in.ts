import { z } from 'zod';
import { channelId, type MessageRef, messageKey } from '../../domain/ids.ts';

/** The message from which a form was opened, as the form carries it; missing in forms that an earlier version opened. */
export const PressedIn = z
  .object({ channel: z.string().transform(channelId), key: z.string().transform(messageKey) })
  .optional()
  .transform((message): MessageRef | undefined => message);
