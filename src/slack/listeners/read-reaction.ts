import { z } from 'zod';
import { channelId, type MessageRef, messageKey, type PersonId, personId } from '../../domain/ids.ts';
import type { EventDelivery } from './feature.ts';

/** https://docs.slack.dev/reference/events/reaction_added */
const Reaction = z.object({
  user: z.string(),
  event_ts: z.string(),
  reaction: z.string(),
  item: z.object({ type: z.string(), channel: z.string().optional(), ts: z.string().optional() }),
});

/** Who set or took back which reaction, when, and on which message; undefined where it was on something else. */
export function readReaction(event: EventDelivery['event']):
  | {
      readonly personId: PersonId;
      readonly reaction: string;
      readonly changedAt: string;
      readonly message: MessageRef;
    }
  | undefined {
  const { user, reaction, event_ts: changedAt, item } = Reaction.parse(event);
  return item.type === 'message' && item.channel !== undefined && item.ts !== undefined
    ? {
        personId: personId(user),
        reaction,
        changedAt,
        message: { channel: channelId(item.channel), key: messageKey(item.ts) },
      }
    : undefined;
}
