import { z } from 'zod';
import { channelId, messageKey, personId } from '../../domain/ids.ts';
import { accept } from '../../domain/result.ts';
import { reactionName } from '../../domain/timeline/reaction-name.ts';
import { reactToItem } from '../../use-cases/action-items/react-to-item.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { DONE_REACTION, events } from '../identifiers.ts';
import { notTheirItemAnswer, whichItemAnswer } from '../messages/item-answers.ts';
import type { EventDelivery, Feature } from './feature.ts';

/** ✅ on a message that shows an action item. */
export function itemReactionFeature(ports: Ports): Feature {
  return {
    events: {
      [events.reactionAdded]: (delivery) => react(ports, delivery, true),
      [events.reactionRemoved]: (delivery) => react(ports, delivery, false),
    },
  };
}

const Reaction = z.object({
  user: z.string(),
  reaction: z.string(),
  item: z.object({ type: z.string(), channel: z.string().optional(), ts: z.string().optional() }),
});

async function react(ports: Ports, { requester, event }: EventDelivery, isSet: boolean): Promise<void> {
  const { user, reaction, item } = Reaction.parse(event);
  if (reactionName(reaction) !== DONE_REACTION || item.channel === undefined || item.ts === undefined) {
    return;
  }
  const message = { channel: channelId(item.channel), key: messageKey(item.ts) };
  const by = personId(user);
  // Other features hear of the same delivery, each by a key of its own.
  const deliveryKey = `${requester.deliveryKey}:item`;
  const heard = await reactToItem(ports, { ...requester, personId: by, deliveryKey, message, isSet });
  if (heard !== 'heard') {
    await ports.database.transaction(async (records) => {
      await records.work.add({
        work: {
          kind: 'answer',
          answer: {
            personId: by,
            channel: message.channel,
            thread: undefined,
            responseUrl: undefined,
            isRedrawn: false,
            ...(heard === 'which-one' ? whichItemAnswer() : notTheirItemAnswer()),
          },
        },
        lane: `answer:${by}`,
        runAt: ports.clock.now(),
        dedupeKey: `${heard}:${requester.teamId}:${message.channel}:${message.key}:${by}`,
      });
      return accept(undefined);
    });
    ports.wake();
  }
}
