import type { KnownBlock } from '@slack/types';
import type { Instant } from '../../domain/time.ts';

export interface PersonRecord {
  readonly id: string;
  readonly name: string;
  realName: string;
  timeZone: string;
  /** Null where Slack does not tell it. */
  locale: string | null;
  isDeactivated: boolean;
  isAdmin?: boolean;
  /** Until when they have asked not to be disturbed. */
  quietUntil?: Instant | undefined;
  /** What they say of themselves beside their name. */
  status?: StatusRecord | undefined;
  /** When their profile was last changed. */
  updatedSeconds?: number;
  readonly isBot: boolean;
  /** The channel that they last acted in. */
  lastChannelId?: string;
}

export interface StatusRecord {
  readonly text: string;
  /** With its colons. */
  readonly emoji: string;
  /** When Slack takes it away; undefined: never. */
  readonly until?: Instant | undefined;
}

export type ChannelKind = 'public' | 'private' | 'direct';

export interface Description {
  readonly value: string;
  readonly creator: string;
  readonly lastSet: number;
}

export interface ChannelRecord {
  readonly id: string;
  name: string;
  readonly kind: ChannelKind;
  isArchived: boolean;
  topic: Description;
  readonly purpose: Description;
  readonly creator: string;
  readonly createdSeconds: number;
  readonly members: Set<string>;
  /** In the order of their timestamps. */
  readonly messages: MessageRecord[];
  /** The timestamps of the pinned messages. */
  pins: readonly string[];
}

/** What apps hung on their messages before there were blocks, and many still do. */
export interface AttachmentRecord {
  readonly fallback?: string;
  readonly pretext?: string;
  readonly title?: string;
  readonly text?: string;
  readonly fields?: readonly { readonly title: string; readonly value: string }[];
  readonly blocks?: readonly KnownBlock[];
}

export interface MessageRecord {
  readonly channelId: string;
  readonly ts: string;
  readonly threadTs?: string;
  readonly userId?: string;
  /** Set on what an app posted; `userId` is then its bot user. */
  readonly botId?: string;
  readonly appName?: string;
  subtype?: string;
  /** What a `channel_topic` set. */
  readonly topic?: string;
  text: string;
  blocks: readonly KnownBlock[];
  readonly attachments?: readonly AttachmentRecord[];
  readonly files: readonly FileRecord[];
  metadata?: MessageMetadata;
  reactions: readonly ReactionRecord[];
  edited?: { readonly userId: string; readonly ts: string };
  isDeleted: boolean;
  /** The only person who sees it. */
  readonly ephemeralFor?: string;
  /** What stands in its menus, by person: each sees their own choice. */
  entered?: Readonly<Record<string, ViewState>>;
}

export interface MessageMetadata {
  readonly event_type: string;
  readonly event_payload: Readonly<Record<string, unknown>>;
}

export interface ReactionRecord {
  readonly name: string;
  readonly users: readonly string[];
}

export interface FileRecord {
  readonly id: string;
  readonly name: string;
  title: string;
  readonly userId: string;
  readonly createdSeconds: number;
  content: Buffer | undefined;
  isDeleted?: boolean;
}

/** In a tab of its channel. */
export interface CanvasRecord {
  readonly id: string;
  readonly title: string;
  readonly ownerId: string;
  readonly channelId: string;
  readonly createdSeconds: number;
  /** What the people of the channel may do with it. */
  channelAccess: 'read' | 'write';
  markdown: string;
  isDeleted: boolean;
}

export interface GroupRecord {
  readonly id: string;
  handle: string;
  members: readonly string[];
  isDisabled: boolean;
}

export interface ViewRecord {
  readonly id: string;
  readonly type: 'modal' | 'home';
  readonly userId: string;
  readonly rootId: string;
  readonly previousId: string | undefined;
  definition: ViewDefinition;
  hash: string;
  /** What stands in its fields, by block id and action id. */
  entered: ViewState;
}

export interface ViewDefinition {
  readonly type: 'modal' | 'home';
  readonly title?: PlainText;
  readonly submit?: PlainText;
  readonly close?: PlainText;
  readonly blocks: readonly KnownBlock[];
  readonly private_metadata?: string;
  readonly callback_id?: string;
  readonly external_id?: string;
  readonly clear_on_close?: boolean;
  readonly notify_on_close?: boolean;
}

interface PlainText {
  readonly type: 'plain_text';
  readonly text: string;
  readonly emoji?: boolean;
}

export type ViewState = Readonly<Record<string, Readonly<Record<string, FieldState>>>>;

/** One field as Slack reports it: `{ type: 'plain_text_input', value: … }`. */
export type FieldState = { readonly type: string } & Readonly<Record<string, unknown>>;

export interface TriggerRecord {
  readonly id: string;
  readonly userId: string;
  readonly atMilliseconds: number;
  isExchanged: boolean;
  openedViewId?: string;
}

export interface ResponseUrlRecord {
  readonly id: string;
  readonly userId: string;
  readonly channelId: string;
  readonly atMilliseconds: number;
  /** The message whose button was clicked, which an answer replaces unless it says otherwise. */
  readonly source?: MessageRecord;
  uses: number;
  readonly received: MessageRecord[];
}
