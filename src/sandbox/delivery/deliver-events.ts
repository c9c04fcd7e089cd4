import type { Announcement, State } from '../state/state.ts';
import { nowSeconds } from '../state/state.ts';
import type { Delivered, Delivery } from './deliver.ts';

/** At once, after a minute and after five. https://docs.slack.dev/apis/events-api/#retries */
const RETRIES_AFTER_MILLISECONDS = [0, 60_000, 5 * 60_000];

export type Deliver = (delivery: Delivery) => Promise<Delivered>;

/** Tells the bot of what happens, where it has subscribed to it and is in the channel, until it takes it. */
export class EventDelivery {
  readonly #state: State;
  readonly #deliver: Deliver;
  #extraDeliveries = 0;

  constructor(state: State, deliver: Deliver) {
    this.#state = state;
    this.#deliver = deliver;
  }

  /** From now on each event comes so many times more than once, as Slack does when it missed the answer. */
  repeat(times: number): void {
    this.#extraDeliveries = times;
  }

  announce({ subscription, channel, event }: Announcement): void {
    const { manifest, bot } = this.#state;
    const isSubscribed = manifest.settings.event_subscriptions.bot_events.includes(subscription);
    if (!isSubscribed || (channel !== undefined && !channel.members.has(bot.userId))) {
      return;
    }
    const payload = this.#envelope(event);
    void this.#deliverUntilTaken(payload, 1);
    for (let extra = 1; extra <= this.#extraDeliveries; extra++) {
      void this.#deliver({ kind: 'event', payload, attempt: extra + 1 });
    }
  }

  async #deliverUntilTaken(payload: Delivery['payload'], attempt: number, retryReason?: string): Promise<void> {
    const delivered = await this.#deliver({
      kind: 'event',
      payload,
      attempt,
      ...(retryReason === undefined ? {} : { retryReason }),
    });
    const wait = RETRIES_AFTER_MILLISECONDS[attempt - 1];
    if (delivered.failed === undefined || wait === undefined) {
      return;
    }
    const reason = delivered.failed === 'operation_timeout' ? 'http_timeout' : 'http_error';
    const again = () => void this.#deliverUntilTaken(payload, attempt + 1, reason);
    if (wait === 0) {
      again();
    } else {
      this.#state.clock.after(wait, again);
    }
  }

  #envelope(event: Announcement['event']): Delivery['payload'] {
    const { tokens, team, bot, ids } = this.#state;
    return {
      token: tokens.verification,
      team_id: team.id,
      api_app_id: bot.appId,
      event: JSON.parse(JSON.stringify(event)),
      type: 'event_callback',
      event_id: ids.next('Ev'),
      event_time: nowSeconds(this.#state),
      event_context: ids.next('4-'),
      authorizations: [
        { enterprise_id: null, team_id: team.id, user_id: bot.userId, is_bot: true, is_enterprise_install: false },
      ],
      is_ext_shared_channel: false,
    };
  }
}
