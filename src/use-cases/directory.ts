import type { ChannelId, FileId, GroupId, MessageKey, MessageRef, PersonId } from '../domain/ids.ts';
import type { Person } from '../domain/people/person.ts';
import type { Instant } from '../domain/time.ts';
import type { Mention } from '../domain/timeline/mention.ts';
import type { StandingReaction } from '../domain/timeline/reconcile-tags.ts';

/** Looks up what only the chat system knows. Its faults are `DeliveryError`s. */
export interface Directory {
  /** Undefined where there is no such person. */
  findPerson(id: PersonId): Promise<Person | undefined>;
  /** Undefined where they have none, or we may not see it. */
  findEmail(id: PersonId): Promise<string | undefined>;
  /** A page of everybody in the workspace, from the beginning or where `cursor` says. */
  listPeople(cursor: string | undefined): Promise<PeoplePage>;
  /** Whether somebody has asked not to be disturbed at that instant. */
  wantsQuiet(id: PersonId, at: Instant): Promise<boolean>;
  listGroupMembers(id: GroupId): Promise<readonly PersonId[]>;
  /** The handle of every group, `dba`, by its id. */
  listGroupHandles(): Promise<ReadonlyMap<GroupId, string>>;
  /** Undefined where it does not exist or we may not see it. */
  findChannelName(id: ChannelId): Promise<string | undefined>;
  /** Undefined where it was deleted or we may not read it. */
  readMessage(message: MessageRef): Promise<ReadMessage | undefined>;
  /** A message as we were told it, in the chat system's own form, which nobody else reads. */
  readTold(message: MessageRef, told: ToldMessage): Promise<ReadMessage>;
  /** A page of a channel or of one of its threads. Undefined where we are not in the channel, or the thread is gone. */
  readHistory(stretch: Stretch): Promise<HistoryPage | undefined>;
  /** Everybody behind the reactions of a message, of whom a page of history may leave some out. */
  readReactions(message: MessageRef): Promise<readonly StandingReaction[] | undefined>;
  /** Whether words, as the chat system keeps them, ask us to do something. Known without asking. */
  isCommand(source: string): boolean;
  /** What a file holds. Refused for good where it is longer. */
  readFile(address: string, mostBytes: number): Promise<Uint8Array>;
}

export interface PeoplePage {
  readonly people: readonly Person[];
  /** Undefined on the last page. */
  readonly nextCursor: string | undefined;
}

export interface ReadMessage {
  /** Plain text; mentions stand as names. */
  readonly text: string;
  readonly mentions: readonly Mention[];
  /** As the chat system keeps it: the same until somebody edits the message, whatever people are called. */
  readonly source: string;
  readonly saidBy: PersonId | undefined;
  /** Whether we said it ourselves. */
  readonly isOurs: boolean;
  readonly at: Instant;
  readonly permalink: string | undefined;
  readonly files: readonly MessageFile[];
}

export type ToldMessage = Readonly<Record<string, unknown>>;

export interface MessageFile {
  readonly id: FileId;
  readonly name: string;
  /** `image/png` */
  readonly mediaType: string;
  /** In bytes. */
  readonly size: number;
  readonly permalink: string | undefined;
  /** Where the chat system serves its content; undefined where it does not. */
  readonly address: string | undefined;
}

export interface Stretch {
  readonly channel: ChannelId;
  readonly since: Instant;
  /** Until now where it is missing. A thread is read whole. */
  readonly until?: Instant;
  /** The message that it hangs on; the channel itself where it is missing. */
  readonly thread: MessageKey | undefined;
  /** Where the page before ended. */
  readonly cursor: string | undefined;
}

export interface HistoryPage {
  readonly messages: readonly HistoryMessage[];
  /** Undefined on the last page. */
  readonly nextCursor: string | undefined;
}

/** What a message is made of, its edits told by it. */
export interface MessageContent extends Pick<ReadMessage, 'source'> {
  readonly fileNames: readonly string[];
}

export interface HistoryMessage extends MessageContent {
  readonly key: MessageKey;
  readonly hasReplies: boolean;
  /** When the newest message of its thread was said. */
  readonly lastReplyAt: Instant | undefined;
  /** What is left of a deleted message to hold its thread. */
  readonly isDeleted: boolean;
  /** As a transcript keeps it; undefined where nobody said it: somebody came, or the bot itself spoke. */
  readonly said: SaidMessage | undefined;
  readonly reactions: readonly HistoryReaction[];
  /** How often others than we reacted to it. */
  readonly reactionCount: number;
}

export interface HistoryReaction extends StandingReaction {
  /** Whether some of those who reacted so were left out. */
  readonly isCut: boolean;
}

/** A message as it reaches us or as it is read later. */
export interface SaidMessage extends MessageContent, Pick<ReadMessage, 'saidBy' | 'at'> {
  readonly key: MessageKey;
  /** The message in whose thread it was said. */
  readonly thread: MessageKey | undefined;
  /** The name of the app that said it. */
  readonly appName: string | undefined;
  readonly editedAt: Instant | undefined;
  /** When it was so, as the chat system tells it: text whose order is the order of what people did. */
  readonly version: string;
  /** Everybody whom it mentions. */
  readonly mentions: readonly PersonId[];
  /** Whether it mentions a group or a channel without telling its name. */
  readonly hasNamelessToken: boolean;
  /** What it says with these names, as plain text; whoever has none there is somebody. */
  textWith(names: ReadonlyMap<PersonId, { readonly name: string }>): string;
}
