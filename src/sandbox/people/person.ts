import { deleteMessage, editMessage } from '../effects/change-message.ts';
import { joinChannel, leaveChannel } from '../effects/membership.ts';
import { closeModal } from '../effects/open-view.ts';
import { postMessage } from '../effects/post-message.ts';
import { addReaction, hasReacted, removeReaction } from '../effects/react.ts';
import { receive } from '../server/serve-response-url.ts';
import { directChannel, knownChannel, openModals, personByName } from '../state/find.ts';
import type { FileRecord, PersonRecord } from '../state/records.ts';
import { nextTimestamp, nowSeconds } from '../state/state.ts';
import { wireMessage } from '../wire/wire-message.ts';
import { wireView } from '../wire/wire-view.ts';
import { Answer } from './answer.ts';
import type { Entries } from './fill-fields.ts';
import { Message, type ShownButton } from './message.ts';
import { Modal } from './modal.ts';
import { channelAt, enter, interaction, newResponseUrl, newTrigger, type Place, type Scene } from './scene.ts';
import { type Submission, submit } from './submission.ts';
import { writeMarkup } from './write-markup.ts';

export interface Said {
  /** The message, or one in the thread, that it replies to. */
  readonly thread?: Message;
  /** Their names and contents. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Somebody at their Slack client. What they do resolves when the bot has answered, as far as it answers at once. */
export class Person {
  readonly #scene: Scene;
  readonly #record: PersonRecord;

  constructor(scene: Scene, record: PersonRecord) {
    this.#scene = scene;
    this.#record = record;
  }

  get id(): string {
    return this.#record.id;
  }

  get name(): string {
    return this.#record.name;
  }

  /** A slash command, `/incident log Rolled back`; names after `@` and `#` become mentions. */
  async types(text: string, where?: Place): Promise<Answer> {
    const { state } = this.#scene;
    const [command = '', ...words] = text.split(' ');
    const known = state.manifest.features.slash_commands.find((other) => other.command === command);
    if (known === undefined) {
      throw new Error(`No app of the workspace has the command ${command}.`);
    }
    const channel = enter(state, this.#record, where);
    const typed = words.join(' ').trim();
    const trigger = newTrigger(state, this.id);
    const responses = newResponseUrl(state, { userId: this.id, channelId: channel.id });
    const delivered = await this.#scene.deliver({
      kind: 'command',
      payload: {
        token: state.tokens.verification,
        team_id: state.team.id,
        team_domain: state.team.domain,
        channel_id: channel.id,
        channel_name: channel.kind === 'private' ? 'privategroup' : channel.name,
        user_id: this.id,
        user_name: this.name,
        command,
        text: known.should_escape ? writeMarkup(state, typed, { named: true }) : typed,
        api_app_id: state.bot.appId,
        is_enterprise_install: false,
        response_url: responses.address,
        trigger_id: trigger.id,
      },
    });
    this.#hear(delivered.body, responses.record);
    return new Answer(state, delivered, { trigger, responses: responses.record });
  }

  says(text: string, where?: Place, { thread, files = {} }: Said = {}): Message {
    const { state } = this.#scene;
    const channel = enter(state, this.#record, thread === undefined ? where : { id: thread.channelId });
    if (channel.isArchived || !channel.members.has(this.id)) {
      throw new Error(`${this.name} cannot write in #${channel.name}.`);
    }
    const shared = Object.entries(files).map(([name, content]) => this.#upload(name, content));
    const message = postMessage(state, channel, {
      userId: this.id,
      text: writeMarkup(state, text, { named: false }),
      ...(shared.length > 0 ? { files: shared, subtype: 'file_share' } : {}),
      ...(thread === undefined ? {} : { threadTs: thread.ts }),
    });
    return new Message(state, message);
  }

  edits(message: Message, text: string): void {
    const { state } = this.#scene;
    const change = { by: this.id, text: writeMarkup(state, text, { named: false }) };
    editMessage(state, knownChannel(state, message.channelId), message.record, change);
  }

  deletes(message: Message): void {
    const { state } = this.#scene;
    deleteMessage(state, knownChannel(state, message.channelId), message.record);
  }

  reactsWith(name: string, message: Message): void {
    const reaction = this.#reaction(name, message);
    if (!hasReacted(reaction)) {
      addReaction(this.#scene.state, reaction);
    }
  }

  takesBack(name: string, message: Message): void {
    removeReaction(this.#scene.state, this.#reaction(name, message));
  }

  /** A button by its text. */
  async clicks(text: string, message: Message): Promise<Answer> {
    const { state } = this.#scene;
    const button = buttonOf(message, text);
    const channel = knownChannel(state, message.channelId);
    const trigger = newTrigger(state, this.id);
    const isEphemeral = message.ephemeralFor !== undefined;
    const responses = newResponseUrl(state, { userId: this.id, channelId: channel.id, source: message.record });
    const delivered = await this.#scene.deliver({
      kind: 'block_actions',
      payload: {
        type: 'block_actions',
        ...interaction(this.#scene, this.#record),
        container: {
          type: 'message',
          message_ts: message.ts,
          channel_id: channel.id,
          is_ephemeral: isEphemeral,
          ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
        },
        trigger_id: trigger.id,
        channel: { id: channel.id, name: channel.kind === 'private' ? 'privategroup' : channel.name },
        ...(isEphemeral ? {} : { message: wireMessage(state, message.record, { metadata: false }) }),
        state: { values: {} },
        response_url: responses.address,
        actions: [{ ...button.element, block_id: button.blockId, action_ts: nextTimestamp(state) }],
      },
    });
    return new Answer(state, delivered, { trigger, responses: responses.record });
  }

  async submits(modal: Modal | undefined, entries: Entries = {}): Promise<Submission> {
    const open = openModals(this.#scene.state, this.id);
    if (modal === undefined || open.every(({ id }) => id !== modal.record.id)) {
      throw new Error(`${this.name} has no such form open.`);
    }
    return submit(this.#scene, this.#record, { view: modal.record, entries });
  }

  /** Dismisses the form; what was typed is gone. */
  async closes(modal: Modal): Promise<void> {
    const { state } = this.#scene;
    closeModal(state, modal.record);
    if (modal.record.definition.notify_on_close === true) {
      const view = wireView(state, modal.record);
      await this.#scene.deliver({
        kind: 'view_closed',
        payload: { type: 'view_closed', ...interaction(this.#scene, this.#record), view, is_cleared: false },
      });
    }
  }

  /** A shortcut by its name: from the menu of a message where one is given, else from anywhere. */
  async uses(name: string, message?: Message): Promise<Answer> {
    const { state } = this.#scene;
    const type = message === undefined ? 'global' : 'message';
    const shortcut = state.manifest.features.shortcuts.find((other) => other.name === name && other.type === type);
    if (shortcut === undefined) {
      throw new Error(`The app has no ${type} shortcut “${name}”.`);
    }
    const trigger = newTrigger(state, this.id);
    const base = {
      ...interaction(this.#scene, this.#record),
      action_ts: nextTimestamp(state),
      callback_id: shortcut.callback_id,
      trigger_id: trigger.id,
    };
    if (message === undefined) {
      const delivered = await this.#scene.deliver({ kind: 'shortcut', payload: { type: 'shortcut', ...base } });
      return new Answer(state, delivered, { trigger });
    }
    const channel = knownChannel(state, message.channelId);
    const responses = newResponseUrl(state, { userId: this.id, channelId: channel.id });
    const delivered = await this.#scene.deliver({
      kind: 'message_action',
      payload: {
        type: 'message_action',
        ...base,
        response_url: responses.address,
        message_ts: message.ts,
        channel: { id: channel.id, name: channel.kind === 'private' ? 'privategroup' : channel.name },
        message: wireMessage(state, message.record, { metadata: false }),
      },
    });
    return new Answer(state, delivered, { trigger, responses: responses.record });
  }

  opensHome(): void {
    const { state } = this.#scene;
    const home = state.homes.get(this.id);
    state.announce({
      subscription: 'app_home_opened',
      event: {
        type: 'app_home_opened',
        user: this.id,
        channel: this.#scene.state.channels[0]?.id ?? '',
        tab: 'home',
        ...(home === undefined ? {} : { view: wireView(state, home) }),
        event_ts: nextTimestamp(state),
      },
    });
  }

  get home(): Modal | undefined {
    const home = this.#scene.state.homes.get(this.id);
    return home === undefined ? undefined : new Modal(this.#scene.state, home);
  }

  joins(where: Place): void {
    const channel = channelAt(this.#scene.state, where);
    if (channel.kind !== 'public') {
      throw new Error(`${this.name} has to be invited to ${channel.name}, which is private.`);
    }
    if (!channel.members.has(this.id)) {
      joinChannel(this.#scene.state, channel, { userId: this.id });
    }
  }

  leaves(where: Place): void {
    leaveChannel(this.#scene.state, channelAt(this.#scene.state, where), this.id);
  }

  invites(name: string, where: Place): void {
    const { state } = this.#scene;
    const channel = channelAt(state, where);
    joinChannel(state, channel, { userId: personByName(state, name).id, inviterId: this.id });
  }

  /** What this person sees in a channel, what was shown to nobody else included. */
  sees(where: Place): readonly Message[] {
    const { state } = this.#scene;
    return channelAt(state, where)
      .messages.filter(({ isDeleted, ephemeralFor }) => !isDeleted && (ephemeralFor ?? this.id) === this.id)
      .map((record) => new Message(state, record));
  }

  /** What the bot and this person told each other in private. */
  directMessages(): readonly Message[] {
    const { state } = this.#scene;
    return (directChannel(state, this.id)?.messages ?? [])
      .filter(({ isDeleted }) => !isDeleted)
      .map((record) => new Message(state, record));
  }

  /** The form before them. */
  get modal(): Modal | undefined {
    const top = openModals(this.#scene.state, this.id).at(-1);
    return top === undefined ? undefined : new Modal(this.#scene.state, top);
  }

  #hear(body: string, responses: Parameters<typeof receive>[1]): void {
    if (body === '') {
      return;
    }
    const given: unknown = body.startsWith('{') ? JSON.parse(body) : { text: body };
    const problem = receive(this.#scene.state, responses, { ...(given as object) });
    if (problem !== undefined) {
      throw new Error(`The bot answered with what is no message: ${problem}: ${body}`);
    }
  }

  #reaction(name: string, message: Message) {
    const channel = knownChannel(this.#scene.state, message.channelId);
    return { channel, message: message.record, name, by: this.id };
  }

  #upload(name: string, content: string): FileRecord {
    const { state } = this.#scene;
    const file: FileRecord = {
      id: state.ids.next('F'),
      name,
      title: name,
      userId: this.id,
      createdSeconds: nowSeconds(state),
      content: Buffer.from(content),
    };
    state.files.set(file.id, file);
    return file;
  }
}

function buttonOf(message: Message, text: string): ShownButton {
  const buttons = message.buttons();
  const found = buttons.find((button) => button.text === text);
  if (found === undefined) {
    throw new Error(`The message has no button “${text}”; it has ${buttons.map((button) => button.text).join(', ')}.`);
  }
  return found;
}
