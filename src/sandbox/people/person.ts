import { directChannel, openModals } from '../state/find.ts';
import type { PersonRecord } from '../state/records.ts';
import type { Answer } from './answer.ts';
import { clickInMessage, clickInView } from './click-button.ts';
import type { Entries } from './fill-fields.ts';
import { Message } from './message.ts';
import { Modal } from './modal.ts';
import { invite, join, leave, openHome, remove as removeFrom, rename } from './move.ts';
import { pickInMessage } from './pick-option.ts';
import { channelAt, doesSee, type Place, type Scene } from './scene.ts';
import { close, fill, type Submission, submit } from './submission.ts';
import { typeCommand } from './type-command.ts';
import { useGlobalShortcut, useMessageShortcut } from './use-shortcut.ts';
import { edit, react, remove, removeFile, type Said, say, takeBack } from './write.ts';

/**
 * Somebody at their Slack client. What they do resolves when the bot has answered, as far as it answers at once; what
 * their client would not let them do throws.
 */
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
  types(text: string, where?: Place): Promise<Answer> {
    return typeCommand(this.#scene, this.#record, text, where);
  }

  says(text: string, where?: Place, said: Said = {}): Message {
    return say(this.#scene.state, this.#record, { text, where, ...said });
  }

  edits(message: Message, text: string): void {
    edit(this.#scene.state, this.#record, message, text);
  }

  deletes(message: Message): void {
    remove(this.#scene.state, this.#record, message);
  }

  deletesFile(name: string, message: Message): void {
    removeFile(this.#scene.state, this.#record, message, name);
  }

  reactsWith(name: string, message: Message): void {
    react(this.#scene.state, this.#record, name, message);
  }

  takesBack(name: string, message: Message): void {
    takeBack(this.#scene.state, this.#record, name, message);
  }

  /** A button by its text, in a message, a form or the Home tab; where several say the same, the one beside `where`. */
  clicks(text: string, place: Message | Modal, where?: string): Promise<Answer> {
    return place instanceof Message
      ? clickInMessage(this.#scene, this.#record, { text, where, message: place })
      : clickInView(this.#scene, this.#record, { text, where, view: place });
  }

  /** An option by its text, in a menu of a message; where several offer it, in the one beside the words `where`. */
  picks(text: string, message: Message, where?: string): Promise<Answer> {
    return pickInMessage(this.#scene, this.#record, { text, where, message });
  }

  submits(modal: Modal | undefined, entries: Entries = {}): Promise<Submission> {
    return submit(this.#scene, this.#record, { modal, entries });
  }

  /** Types into a form without sending it. */
  async fills(modal: Modal | undefined, entries: Entries): Promise<void> {
    await fill(this.#scene, this.#record, { modal, entries });
  }

  /** Dismisses the form; what was typed is gone. */
  closes(modal: Modal): Promise<void> {
    return close(this.#scene, this.#record, modal);
  }

  /** A shortcut by its name: from the menu of a message where one is given, else from anywhere. */
  uses(name: string, message?: Message): Promise<Answer> {
    return message === undefined
      ? useGlobalShortcut(this.#scene, this.#record, name)
      : useMessageShortcut(this.#scene, this.#record, { name, message });
  }

  opensHome(): void {
    openHome(this.#scene.state, this.#record);
  }

  get home(): Modal | undefined {
    const home = this.#scene.state.homes.get(this.id);
    return home === undefined ? undefined : new Modal(this.#scene.state, home);
  }

  joins(where: Place): void {
    join(this.#scene.state, this.#record, where);
  }

  leaves(where: Place): void {
    leave(this.#scene.state, this.#record, where);
  }

  invites(name: string, where: Place): void {
    invite(this.#scene.state, this.#record, { name, to: where });
  }

  renames(where: Place, to: string): void {
    rename(this.#scene.state, this.#record, { where, to });
  }

  removes(name: string, where: Place): void {
    removeFrom(this.#scene.state, this.#record, { name, from: where });
  }

  /** What this person sees in a channel, what was shown to nobody else included: of others' private ones, nothing. */
  sees(where: Place): readonly Message[] {
    const { state } = this.#scene;
    return channelAt(state, where)
      .messages.filter((message) => doesSee(state, this.#record, message))
      .map((message) => new Message(state, message));
  }

  /** What the bot and this person told each other in private. */
  directMessages(): readonly Message[] {
    const channel = directChannel(this.#scene.state, this.id);
    return channel === undefined ? [] : this.sees(channel);
  }

  /** The form before them. */
  get modal(): Modal | undefined {
    const top = openModals(this.#scene.state, this.id).at(-1);
    return top === undefined ? undefined : new Modal(this.#scene.state, top);
  }
}
