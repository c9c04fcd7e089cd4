type Branded<Name extends string> = string & { readonly __brand: Name };

/** A ULID made by us: text whose order is the order of making. */
export type IncidentId = Branded<'IncidentId'>;
export type TimelineEventId = Branded<'TimelineEventId'>;
export type EscalationId = Branded<'EscalationId'>;
export type CallId = Branded<'CallId'>;
export type ActionItemId = Branded<'ActionItemId'>;
export type StatusUpdateId = Branded<'StatusUpdateId'>;
export type CoverId = Branded<'CoverId'>;
export type ReviewEntryId = Branded<'ReviewEntryId'>;
export type WorkId = Branded<'WorkId'>;

/** A workspace, a person, a group of people, a channel, a file: names given by the chat system, opaque to us. */
export type TeamId = Branded<'TeamId'>;
export type PersonId = Branded<'PersonId'>;
export type GroupId = Branded<'GroupId'>;
export type ChannelId = Branded<'ChannelId'>;
export type FileId = Branded<'FileId'>;

/** Names a message within its channel; also says when it was posted. */
export type MessageKey = Branded<'MessageKey'>;

/** A message that can be found again. */
export interface MessageRef {
  readonly channel: ChannelId;
  readonly key: MessageKey;
}

export function isSameMessage(one: MessageRef | undefined, other: MessageRef): boolean {
  return one?.channel === other.channel && one.key === other.key;
}

export const incidentId = (text: string) => text as IncidentId;
export const timelineEventId = (text: string) => text as TimelineEventId;
export const escalationId = (text: string) => text as EscalationId;
export const callId = (text: string) => text as CallId;
export const actionItemId = (text: string) => text as ActionItemId;
export const statusUpdateId = (text: string) => text as StatusUpdateId;
export const coverId = (text: string) => text as CoverId;
export const reviewEntryId = (text: string) => text as ReviewEntryId;
export const workId = (text: string) => text as WorkId;
export const teamId = (text: string) => text as TeamId;
export const personId = (text: string) => text as PersonId;
export const groupId = (text: string) => text as GroupId;
export const channelId = (text: string) => text as ChannelId;
export const fileId = (text: string) => text as FileId;
export const messageKey = (text: string) => text as MessageKey;
