import { DONE_REACTION } from '../../domain/action-items/ending.ts';
import { reactionName } from '../../domain/timeline/reaction-name.ts';
import { reactToItem } from '../../use-cases/action-items/react-to-item.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { events } from '../identifiers.ts';
import { notTheirItemAnswer, whichItemAnswer } from '../messages/item-answers.ts';
import { answerLater } from './answer-later.ts';
import { type EventDelivery, type Feature, say } from './feature.ts';
import { readReaction } from './read-reaction.ts';

/** ✅ on a message that shows an action item. */
export function itemReactionFeature(ports: Ports): Feature {
  return {
    events: {
      [events.reactionAdded]: (delivery) => react(ports, delivery, true),
      [events.reactionRemoved]: (delivery) => react(ports, delivery, false),
    },
  };
}

async function react(ports: Ports, { requester, event }: EventDelivery, isSet: boolean): Promise<void> {
  const read = readReaction(event);
  if (read === undefined || reactionName(read.reaction) !== DONE_REACTION) {
    return;
  }
  const { personId: by, message } = read;
  // Other features hear of the same delivery, each by a key of its own.
  const deliveryKey = `${requester.deliveryKey}:item`;
  const heard = await reactToItem(ports, { ...requester, personId: by, deliveryKey, message, isSet });
  if (heard !== 'heard') {
    const { channel, key } = message;
    // Once a message, however often they react to it.
    const asker = { ...requester, personId: by, channel, thread: undefined, responseUrl: undefined };
    const answer = heard === 'which-one' ? whichItemAnswer() : notTheirItemAnswer();
    await answerLater(ports, { ...asker, deliveryKey: `${heard}:${channel}:${key}:${by}` }, say(answer));
  }
}
