import type { Delivered } from '../delivery/deliver.ts';
import { openModals } from '../state/find.ts';
import type { ResponseUrlRecord, TriggerRecord } from '../state/records.ts';
import type { State } from '../state/state.ts';
import { Message } from './message.ts';
import { Modal } from './modal.ts';

/** What the bot gave back for something that somebody did; grows while it answers later. */
export class Answer {
  readonly #state: State;
  readonly #trigger: TriggerRecord;
  readonly #responses: ResponseUrlRecord | undefined;
  readonly status: number;
  /** Why Slack would show it as failed. */
  readonly failed: string | undefined;

  constructor(
    state: State,
    delivered: Delivered,
    ways: { readonly trigger: TriggerRecord; readonly responses?: ResponseUrlRecord },
  ) {
    this.#state = state;
    this.#trigger = ways.trigger;
    this.#responses = ways.responses;
    this.status = delivered.status;
    this.failed = delivered.failed;
  }

  get messages(): readonly Message[] {
    return (this.#responses?.received ?? []).map((record) => new Message(this.#state, record));
  }

  /** All that it says, as a person reads it. */
  get text(): string {
    return this.messages.map((message) => message.visibleText()).join('\n');
  }

  /** The modal that it opened, while it is open. */
  get modal(): Modal | undefined {
    const record = openModals(this.#state, this.#trigger.userId).find(({ id }) => id === this.#trigger.openedViewId);
    return record === undefined ? undefined : new Modal(this.#state, record);
  }
}
