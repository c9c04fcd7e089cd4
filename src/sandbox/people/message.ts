import type { KnownBlock } from '@slack/types';
import { knownChannel, personById } from '../state/find.ts';
import type { FileRecord, MessageMetadata, MessageRecord, ReactionRecord } from '../state/records.ts';
import type { State } from '../state/state.ts';
import { readBlocks, readMarkup } from './read-blocks.ts';
import { type ShownButton, shownButtons } from './shown-buttons.ts';
import { type ShownMenu, shownMenus } from './shown-menus.ts';

/** A message as it stands now. */
export class Message {
  readonly #state: State;
  readonly #record: MessageRecord;

  constructor(state: State, record: MessageRecord) {
    this.#state = state;
    this.#record = record;
  }

  get record(): MessageRecord {
    return this.#record;
  }

  get channelId(): string {
    return this.#record.channelId;
  }

  get channelName(): string {
    return knownChannel(this.#state, this.#record.channelId).name;
  }

  get ts(): string {
    return this.#record.ts;
  }

  get threadTs(): string | undefined {
    return this.#record.threadTs;
  }

  /** `faultline`, `ana`: who said it. */
  get author(): string {
    const { userId, appName } = this.#record;
    return appName ?? (userId === undefined ? undefined : personById(this.#state, userId)?.name) ?? 'an app';
  }

  get isFromBot(): boolean {
    return this.#record.botId === this.#state.bot.botId;
  }

  get subtype(): string | undefined {
    return this.#record.subtype;
  }

  /** As it was sent, with Slack's markup. */
  get text(): string {
    return this.#record.text;
  }

  get blocks(): readonly KnownBlock[] {
    return this.#record.blocks;
  }

  get files(): readonly FileRecord[] {
    return this.#record.files;
  }

  get metadata(): MessageMetadata | undefined {
    return this.#record.metadata;
  }

  get reactions(): readonly ReactionRecord[] {
    return this.#record.reactions;
  }

  get isEdited(): boolean {
    return this.#record.edited !== undefined;
  }

  get isDeleted(): boolean {
    return this.#record.isDeleted;
  }

  /** The name of the only person who sees it. */
  get ephemeralFor(): string | undefined {
    const { ephemeralFor } = this.#record;
    return ephemeralFor === undefined ? undefined : personById(this.#state, ephemeralFor)?.name;
  }

  /** What a person reads: the blocks where there are any, for then Slack shows the text in notifications only. */
  visibleText(): string {
    const { blocks, text } = this.#record;
    return blocks.length > 0 ? readBlocks(this.#state, blocks) : readMarkup(this.#state, text);
  }

  buttons(): readonly ShownButton[] {
    return shownButtons(this.#state, this.#record.blocks);
  }

  /** As they stand before this person, or before one who has chosen nothing. */
  menus(viewer?: { readonly id: string }): readonly ShownMenu[] {
    return shownMenus(this.#state, this.#record, viewer?.id);
  }
}
