import type { ChannelId, FileId, GroupId, MessageRef, PersonId } from '../domain/ids.ts';
import type { Person } from '../domain/people/person.ts';
import type { Instant } from '../domain/time.ts';
import type { Mention } from '../domain/timeline/mention.ts';

/** Looks up what only the chat system knows. Its faults are `DeliveryError`s. */
export interface Directory {
  /** Undefined where there is no such person. */
  findPerson(id: PersonId): Promise<Person | undefined>;
  /** A page of everybody in the workspace, from the beginning or where `cursor` says. */
  listPeople(cursor: string | undefined): Promise<PeoplePage>;
  listGroupMembers(id: GroupId): Promise<readonly PersonId[]>;
  /** The handle of every group, `dba`, by its id. */
  listGroupHandles(): Promise<ReadonlyMap<GroupId, string>>;
  /** Undefined where it does not exist or we may not see it. */
  findChannelName(id: ChannelId): Promise<string | undefined>;
  /** Undefined where it was deleted or we may not read it. */
  readMessage(message: MessageRef): Promise<ReadMessage | undefined>;
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
  readonly at: Instant;
  readonly permalink: string | undefined;
  readonly files: readonly MessageFile[];
}

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
