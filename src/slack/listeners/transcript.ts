import { z } from 'zod';
import { channelId, messageKey } from '../../domain/ids.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { hearDeletion, hearMessage } from '../../use-cases/transcript/hear-message.ts';
import { events } from '../identifiers.ts';
import { isTombstone } from '../text/message-content.ts';
import { type OurNames, saidMessage } from '../text/said-message.ts';
import { instantOfTimestamp } from '../text/slack-time.ts';
import type { EventDelivery, Feature } from './feature.ts';

/** https://docs.slack.dev/reference/events/message#subtypes */
const Delivered = z.object({
  channel: z.string(),
  event_ts: z.string(),
  subtype: z.string().nullish(),
  message: z.object({ ts: z.string() }).loose().nullish(),
  previous_message: z.unknown().optional(),
  deleted_ts: z.string().nullish(),
});

type Delivered = z.output<typeof Delivered>;

/** Keeping what is said in an incident's channel, where the policy says so. */
export function transcriptFeature(ports: Ports, us: OurNames): Feature {
  return { events: { [events.message]: (delivery) => hear(ports, us, delivery) } };
}

async function hear(ports: Ports, us: OurNames, { requester, event }: EventDelivery): Promise<void> {
  const read = Delivered.safeParse(event);
  if (!read.success) {
    return;
  }
  const { channel, event_ts, subtype, message, previous_message } = read.data;
  const heard = { ...requester, deliveryKey: `${requester.deliveryKey}:transcript`, channel: channelId(channel) };
  const deleted = deletedMessage(read.data);
  if (deleted !== undefined) {
    const said = saidMessage(previous_message, us, event_ts);
    const deletedAt = instantOfTimestamp(event_ts);
    await hearDeletion(ports, { ...heard, key: messageKey(deleted), said, deletedAt });
    return;
  }
  const isChange = subtype === 'message_changed';
  const said = isChange ? saidMessage(message, us, event_ts) : saidMessage(event, us);
  if (said !== undefined && (isChange || ports.policy.transcript.isKept)) {
    await hearMessage(ports, { ...heard, said });
  }
}

/** Of a message with replies a stone is left that holds the thread: https://docs.slack.dev/reference/events/message/message_deleted */
function deletedMessage({ subtype, message, deleted_ts }: Delivered): string | undefined {
  if (subtype === 'message_deleted') {
    return deleted_ts ?? undefined;
  }
  return subtype === 'message_changed' && isTombstone(message) ? message?.ts : undefined;
}
