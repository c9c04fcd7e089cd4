import { personById } from '../state/find.ts';
import type { CanvasRecord, ChannelRecord, FileRecord } from '../state/records.ts';
import type { State } from '../state/state.ts';
import { Message } from './message.ts';

/** A channel as it stands now. */
export class Channel {
  readonly #state: State;
  readonly #record: ChannelRecord;

  constructor(state: State, record: ChannelRecord) {
    this.#state = state;
    this.#record = record;
  }

  get id(): string {
    return this.#record.id;
  }

  get name(): string {
    return this.#record.name;
  }

  get isPrivate(): boolean {
    return this.#record.kind === 'private';
  }

  get isArchived(): boolean {
    return this.#record.isArchived;
  }

  get topic(): string {
    return this.#record.topic.value;
  }

  /** The names of who is in it. */
  members(): readonly string[] {
    return [...this.#record.members].map((id) => personById(this.#state, id)?.name ?? id);
  }

  /** What everyone in it sees, the oldest first, without the notes that Slack itself leaves about who came and went. */
  messages(): readonly Message[] {
    return this.#record.messages
      .filter(({ isDeleted, ephemeralFor, subtype }) => {
        const isNote = subtype?.startsWith('channel_') ?? false;
        return !isDeleted && ephemeralFor === undefined && !isNote;
      })
      .map((record) => new Message(this.#state, record));
  }

  /** The last message that shows these words. */
  message(words: string): Message {
    const found = this.messages().findLast((message) => message.visibleText().includes(words));
    if (found === undefined) {
      const said = this.messages().map((message) => `${message.author}: ${message.visibleText()}`);
      throw new Error(`No message in #${this.name} shows “${words}”. It has:\n${said.join('\n')}`);
    }
    return found;
  }

  pins(): readonly Message[] {
    return this.messages().filter(({ ts }) => this.#record.pins.includes(ts));
  }

  /** In the tabs above it. */
  canvases(): readonly CanvasRecord[] {
    return this.#state.canvases.filter(({ channelId, isDeleted }) => channelId === this.id && !isDeleted);
  }

  files(): readonly FileRecord[] {
    return this.messages().flatMap(({ files }) => files);
  }
}
