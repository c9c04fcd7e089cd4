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
import { limits } from '../blocks/limits.ts';
import { cutPlain } from '../blocks/text.ts';

/** A message on its way to the form of an incident, in the value of a button: pressing one tells nothing else of it. */
export interface CarriedMessage {
  readonly incidentId: IncidentId;
  readonly channel: ChannelId;
  readonly key: MessageKey;
  readonly permalink: string | undefined;
  readonly saidBy: PersonId | undefined;
  readonly text: string;
  /** The text is only the beginning. */
  readonly isCut: boolean;
}

const Carried = z.object({
  incidentId: z.string().transform(incidentId),
  channel: z.string().transform(channelId),
  key: z.string().transform(messageKey),
  permalink: z.string().optional(),
  saidBy: z.string().transform(personId).optional(),
  text: z.string(),
  isCut: z.boolean(),
});

/** With as much of the text as a button takes. */
export function writeCarried(message: CarriedMessage): string {
  const whole = JSON.stringify(message);
  if (whole.length <= limits.buttonValue) {
    return whole;
  }
  // In JSON a character is as long as itself or longer, so that this cuts enough.
  const text = cutPlain(message.text, Math.max(1, message.text.length - (whole.length - limits.buttonValue)));
  return JSON.stringify({ ...message, text, isCut: true });
}

/** Undefined where a button carries something else. */
export function readCarried(value: string): CarriedMessage | undefined {
  if (!value.startsWith('{')) {
    return undefined;
  }
  const { permalink, saidBy, ...rest } = Carried.parse(JSON.parse(value));
  return { ...rest, permalink, saidBy };
}
