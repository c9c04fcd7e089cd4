import type { AttachmentRecord, MessageRecord } from '../state/records.ts';
import type { State } from '../state/state.ts';
import { wireBlocks } from './wire-block.ts';
import { wireFile } from './wire-file.ts';

/** A message as `conversations.history` gives it. */
export function wireMessage(state: State, message: MessageRecord, options: { readonly metadata: boolean }) {
  const replies = repliesOf(state, message);
  if (message.subtype === 'tombstone') {
    return { ...tombstone(message), ...threadSummary(replies) };
  }
  return {
    type: 'message',
    ...(message.subtype === undefined ? {} : { subtype: message.subtype }),
    ...(message.userId === undefined ? {} : { user: message.userId }),
    ...(message.appName === undefined ? {} : { username: message.appName }),
    ts: message.ts,
    text: message.text,
    ...(message.topic === undefined ? {} : { topic: message.topic }),
    team: state.team.id,
    ...author(state, message),
    ...(message.blocks.length === 0 ? {} : { blocks: wireBlocks(message.blocks) }),
    ...(message.attachments === undefined ? {} : { attachments: wireAttachments(message.attachments) }),
    ...(message.files.length === 0 ? {} : { files: message.files.map((file) => wireFile(state, file)) }),
    ...(message.edited === undefined ? {} : { edited: { user: message.edited.userId, ts: message.edited.ts } }),
    ...(message.threadTs === undefined && replies.length === 0 ? {} : { thread_ts: message.threadTs ?? message.ts }),
    ...(message.reactions.length === 0 ? {} : { reactions: wireReactions(message) }),
    ...(options.metadata && message.metadata !== undefined ? { metadata: { ...message.metadata } } : {}),
    ...threadSummary(replies),
  };
}

/** What Slack leaves of a deleted message that holds a thread says no more whose it was. */
function tombstone({ ts }: MessageRecord) {
  return {
    type: 'message',
    subtype: 'tombstone',
    text: 'This message was deleted.',
    user: 'USLACKBOT',
    hidden: true,
    ts,
    thread_ts: ts,
    is_locked: false,
    subscribed: false,
  };
}

/** Slack numbers them, and says in words what it cannot show everywhere. */
function wireAttachments(attachments: readonly AttachmentRecord[]) {
  return attachments.map(({ fields, blocks, ...words }, index) => ({
    id: index + 1,
    fallback: '[no preview available]',
    ...words,
    ...(fields === undefined ? {} : { fields: fields.map((field) => ({ ...field, short: true })) }),
    ...(blocks === undefined ? {} : { blocks: wireBlocks(blocks) }),
  }));
}

/** A message does not always show everybody who reacted; `reactions.get` does. Slack does not say where it stops. */
const MOST_USERS_SHOWN = 50;

function wireReactions(message: MessageRecord) {
  return message.reactions.map(({ name, users }) => ({
    name,
    users: users.slice(0, MOST_USERS_SHOWN),
    count: users.length,
  }));
}

function author(state: State, message: MessageRecord) {
  if (message.botId === undefined) {
    return {};
  }
  const isOurs = message.botId === state.bot.botId;
  const appId = isOurs ? state.bot.appId : message.botId.replace(/^B/u, 'A');
  return {
    bot_id: message.botId,
    app_id: appId,
    bot_profile: {
      id: message.botId,
      deleted: false,
      name: isOurs ? state.bot.name : (message.appName ?? ''),
      updated: 0,
      app_id: appId,
      team_id: state.team.id,
    },
  };
}

function repliesOf(state: State, message: MessageRecord): readonly MessageRecord[] {
  if (message.threadTs !== undefined) {
    return [];
  }
  const channel = state.channels.find(({ id }) => id === message.channelId);
  return (channel?.messages ?? []).filter(
    (reply) => reply.threadTs === message.ts && !reply.isDeleted && reply.ephemeralFor === undefined,
  );
}

function threadSummary(replies: readonly MessageRecord[]) {
  const latest = replies.at(-1);
  if (latest === undefined) {
    return {};
  }
  const users = [...new Set(replies.map(({ userId, botId }) => userId ?? botId ?? ''))];
  return { reply_count: replies.length, reply_users: users, reply_users_count: users.length, latest_reply: latest.ts };
}
