import type { ChannelRecord, MessageRecord } from '../state/records.ts';
import { nextTimestamp, nowSeconds, type State } from '../state/state.ts';
import { wireMessage } from '../wire/wire-message.ts';

export interface Pin {
  readonly channel: ChannelRecord;
  readonly message: MessageRecord;
  readonly by: string;
}

export function pinMessage(state: State, pin: Pin): void {
  const { channel, message, by } = pin;
  channel.pins = [...channel.pins, { ts: message.ts, by, atSeconds: nowSeconds(state) }];
  announcePin(state, 'pin_added', pin);
}

export function unpinMessage(state: State, pin: Pin): void {
  pin.channel.pins = pin.channel.pins.filter(({ ts }) => ts !== pin.message.ts);
  announcePin(state, 'pin_removed', pin);
}

function announcePin(state: State, type: string, { channel, message, by }: Pin): void {
  state.announce({
    subscription: type,
    channel,
    event: {
      type,
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
