import { z } from 'zod';
import { channelId, personId } from '../../domain/ids.ts';
import { answerByWriting } from '../../use-cases/escalation/answer-by-writing.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { events } from '../identifiers.ts';
import { instantOfTimestamp } from '../text/slack-time.ts';
import type { EventDelivery, Feature } from './feature.ts';

/** What somebody wrote themselves, now: https://docs.slack.dev/reference/events/message#subtypes */
const Written = z.object({
  channel: z.string(),
  user: z.string(),
  ts: z.string(),
  subtype: z.enum(['file_share', 'thread_broadcast', 'me_message']).optional(),
  bot_id: z.undefined().optional(),
});

/** Writing in an incident's channel answers the call that one is called by. */
export function writingFeature(ports: Ports): Feature {
  return { events: { [events.message]: (delivery) => hear(ports, delivery) } };
}

async function hear(ports: Ports, { requester, event }: EventDelivery): Promise<void> {
  const read = Written.safeParse(event);
  if (read.success) {
    const { channel, user, ts } = read.data;
    await answerByWriting(ports, {
      ...requester,
      deliveryKey: `${requester.deliveryKey}:writing`,
      channel: channelId(channel),
      personId: personId(user),
      writtenAt: instantOfTimestamp(ts),
    });
  }
}
