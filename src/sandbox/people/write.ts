import { deleteMessage, editMessage } from '../effects/change-message.ts';
import { postMessage } from '../effects/post-message.ts';
import { addReaction, hasReacted, removeReaction } from '../effects/react.ts';
import { knownChannel } from '../state/find.ts';
import type { FileRecord, PersonRecord } from '../state/records.ts';
import { nowSeconds, type State } from '../state/state.ts';
import { Message } from './message.ts';
import { enterAsMember, type Place } from './scene.ts';
import { writeMarkup } from './write-markup.ts';

export interface Said {
  /** The message, or one in the thread, that it replies to. */
  readonly thread?: Message;
  /** Whether the reply is shown in the channel as well. */
  readonly isBroadcast?: boolean;
  /** Their names and contents. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

export function say(
  state: State,
  person: PersonRecord,
  said: Said & { readonly text: string; readonly where: Place | undefined },
): Message {
  const { text, where, thread, isBroadcast = false, files = {} } = said;
  const channel = enterAsMember(state, person, thread === undefined ? where : { id: thread.channelId });
  const shared = Object.entries(files).map(([name, content]) => upload(state, person, name, content));
  const message = postMessage(state, channel, {
    userId: person.id,
    text: writeMarkup(state, text, { named: false }),
    ...(shared.length > 0 ? { files: shared, subtype: 'file_share' } : {}),
    ...(thread === undefined ? {} : { threadTs: thread.ts }),
    ...(isBroadcast ? { subtype: 'thread_broadcast' } : {}),
  });
  return new Message(state, message);
}

export function edit(state: State, person: PersonRecord, message: Message, text: string): void {
  requireOwn(person, message);
  const channel = enterAsMember(state, person, { id: message.channelId });
  editMessage(state, channel, message.record, { by: person.id, text: writeMarkup(state, text, { named: false }) });
}

/** Of a file that its owner deletes the message keeps a trace; Slack tells of it as of an edit. */
export function removeFile(state: State, person: PersonRecord, message: Message, name: string): void {
  requireOwn(person, message);
  const file = message.files.find((other) => other.name === name);
  if (file === undefined) {
    throw new Error(`The message has no file ${name}.`);
  }
  file.isDeleted = true;
  const channel = enterAsMember(state, person, { id: message.channelId });
  editMessage(state, channel, message.record, { by: person.id, text: message.text });
}

export function remove(state: State, person: PersonRecord, message: Message): void {
  requireOwn(person, message);
  deleteMessage(state, enterAsMember(state, person, { id: message.channelId }), message.record);
}

/** Who reacted so already reacts no second time. */
export function react(state: State, person: PersonRecord, name: string, message: Message): void {
  const reaction = { channel: enterAsMember(state, person, { id: message.channelId }), message: message.record, name };
  if (!hasReacted({ ...reaction, by: person.id })) {
    addReaction(state, { ...reaction, by: person.id });
  }
}

export function takeBack(state: State, person: PersonRecord, name: string, message: Message): void {
  const channel = knownChannel(state, message.channelId);
  const reaction = { channel, message: message.record, name, by: person.id };
  if (!hasReacted(reaction)) {
    throw new Error(`${person.name} has not reacted with :${name}:.`);
  }
  removeReaction(state, reaction);
}

/** Slack lets people change neither others' words nor what is gone. */
function requireOwn(person: PersonRecord, message: Message): void {
  if (message.record.userId !== person.id || message.isDeleted) {
    throw new Error(`${person.name} cannot change this message: ${message.text}`);
  }
}

function upload(state: State, person: PersonRecord, name: string, content: string | Uint8Array): FileRecord {
  const file: FileRecord = {
    id: state.ids.next('F'),
    name,
    title: name,
    userId: person.id,
    createdSeconds: nowSeconds(state),
    content: Buffer.from(content),
  };
  state.files.set(file.id, file);
  return file;
}
