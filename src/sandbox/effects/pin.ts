import type { ChannelRecord, MessageRecord } from '../state/records.ts';
import { nextTimestamp, nowSeconds, type State } from '../state/state.ts';
import { wireMessage } from '../wire/wire-message.ts';

interface Pin {
  readonly channel: ChannelRecord;
  readonly message: MessageRecord;
  readonly by: string;
}

export function pinMessage(state: State, { channel, message, by }: Pin): void {
  channel.pins = [...channel.pins, message.ts];
  state.announce({
    subscription: 'pin_added',
    channel,
    event: {
      type: 'pin_added',
      user: by,
      channel_id: channel.id,
      item: {
        type: 'message',
        channel: channel.id,
        created: nowSeconds(state),
        created_by: by,
        message: wireMessage(state, message, { metadata: false }),
      },
      ...(message.userId === undefined ? {} : { item_user: message.userId }),
      pin_count: channel.pins.length,
      event_ts: nextTimestamp(state),
    },
  });
}
