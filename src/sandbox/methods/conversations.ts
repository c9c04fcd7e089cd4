import type {
  ConversationsCreateResponse,
  ConversationsInviteResponse,
  ConversationsJoinResponse,
  ConversationsListResponse,
  ConversationsOpenResponse,
  ConversationsSetTopicResponse,
} from '@slack/web-api';
import { z } from 'zod';
import { setTopic } from '../effects/change-channel.ts';
import { createChannel, openDirectChannel } from '../effects/create-channel.ts';
import { joinChannel } from '../effects/membership.ts';
import { personById } from '../state/find.ts';
import type { ChannelKind, PersonRecord } from '../state/records.ts';
import type { State } from '../state/state.ts';
import { wireChannel } from '../wire/wire-channel.ts';
import { ownChannel, visibleChannel } from './find-channel.ts';
import {
  type Answer,
  BooleanArgument,
  defineMethod,
  ListArgument,
  requireChannelScope,
  requireScope,
} from './method.ts';
import { pageOf } from './page-of.ts';
import { SlackError } from './slack-error.ts';

const MANAGE: Readonly<Record<ChannelKind, readonly string[]>> = {
  public: ['channels:manage'],
  private: ['groups:write'],
  direct: ['im:write'],
};

const KINDS: Readonly<Record<string, { readonly kind: ChannelKind; readonly scope: string }>> = {
  public_channel: { kind: 'public', scope: 'channels:read' },
  private_channel: { kind: 'private', scope: 'groups:read' },
  im: { kind: 'direct', scope: 'im:read' },
};

const LONGEST_NAME = 80;
const LONGEST_TOPIC = 250;
const MOST_INVITED = 100;

/** https://docs.slack.dev/reference/methods?filter=conversations */
export const conversationsMethods = {
  'conversations.create': defineMethod({
    schema: z.object({ name: z.string().optional(), is_private: BooleanArgument.default(false) }),
    run(state, { name, is_private }): Answer<ConversationsCreateResponse> {
      const kind = is_private ? 'private' : 'public';
      requireChannelScope(state, { kind }, MANAGE);
      const channel = createChannel(state, { name: freeName(state, name ?? ''), kind, creator: state.bot.userId });
      return { channel: wireChannel(state, channel) };
    },
  }),

  'conversations.invite': defineMethod({
    schema: z.object({ channel: z.string(), users: ListArgument }),
    run(state, { channel: id, users }): Answer<ConversationsInviteResponse> {
      const channel = ownChannel(state, id);
      requireChannelScope(state, channel, MANAGE);
      if (users.length > MOST_INVITED) {
        throw new SlackError('too_many_users');
      }
      for (const person of users.map((user) => activePerson(state, user))) {
        if (person.id === state.bot.userId) {
          throw new SlackError('cant_invite_self');
        }
        if (channel.members.has(person.id)) {
          throw new SlackError('already_in_channel');
        }
        joinChannel(state, channel, { userId: person.id, inviterId: state.bot.userId });
      }
      return { channel: wireChannel(state, channel) };
    },
  }),

  'conversations.join': defineMethod({
    scopes: ['channels:join'],
    schema: z.object({ channel: z.string() }),
    run(state, { channel: id }): Answer<ConversationsJoinResponse> {
      const channel = visibleChannel(state, id);
      if (channel.isArchived) {
        throw new SlackError('is_archived');
      }
      if (channel.kind !== 'public') {
        throw new SlackError('method_not_supported_for_channel_type');
      }
      if (!channel.members.has(state.bot.userId)) {
        joinChannel(state, channel, { userId: state.bot.userId });
      }
      return { channel: wireChannel(state, channel) };
    },
  }),

  'conversations.list': defineMethod({
    schema: z.object({
      types: ListArgument.default(['public_channel']),
      exclude_archived: BooleanArgument.default(false),
      limit: z.coerce.number().int().min(1).max(1_000).default(100),
      cursor: z.string().optional(),
    }),
    run(state, { types, exclude_archived, limit, cursor }): Answer<ConversationsListResponse> {
      const kinds = types.map((type) => KINDS[type] ?? raise('invalid_types'));
      for (const { scope } of kinds) {
        requireScope(state, [scope]);
      }
      const listed = state.channels.filter(
        ({ kind, members, isArchived }) =>
          kinds.some((asked) => asked.kind === kind) &&
          (kind === 'public' || members.has(state.bot.userId)) &&
          !(exclude_archived && isArchived),
      );
      const page = pageOf(listed, { limit, cursor });
      return {
        channels: page.items.map((channel) => ({
          ...wireChannel(state, channel),
          num_members: channel.members.size,
        })),
        response_metadata: { next_cursor: page.nextCursor },
      };
    },
  }),

  'conversations.open': defineMethod({
    scopes: ['im:write'],
    schema: z.object({ users: ListArgument }),
    run(state, { users }): Answer<ConversationsOpenResponse> {
      const [user, ...more] = users;
      if (user === undefined || more.length > 0) {
        // Several people would make a group conversation, which takes `mpim:write`.
        throw new SlackError('missing_scope', { needed: 'mpim:write', provided: state.scopes.join(',') });
      }
      const person = activePerson(state, user);
      if (person.isBot) {
        throw new SlackError('cannot_dm_bot');
      }
      return { channel: { id: openDirectChannel(state, person.id).id } };
    },
  }),

  'conversations.setTopic': defineMethod({
    schema: z.object({ channel: z.string(), topic: z.string() }),
    run(state, { channel: id, topic }): Answer<ConversationsSetTopicResponse> {
      const channel = ownChannel(state, id);
      requireChannelScope(state, channel, MANAGE);
      if ([...topic].length > LONGEST_TOPIC) {
        throw new SlackError('too_long');
      }
      setTopic(state, { channel, by: state.bot.userId }, topic);
      return { channel: { ...wireChannel(state, channel), topic: { value: topic } } };
    },
  }),
};

function freeName(state: State, name: string): string {
  if (name === '') {
    throw new SlackError('invalid_name_required');
  }
  if ([...name].length > LONGEST_NAME) {
    throw new SlackError('invalid_name_maxlength');
  }
  if (!/[\p{L}\p{N}]/u.test(name)) {
    throw new SlackError('invalid_name_punctuation');
  }
  if (!/^[\p{Ll}\p{Lo}\p{N}\p{M}_-]+$/u.test(name)) {
    throw new SlackError('invalid_name_specials');
  }
  if (state.channels.some((channel) => channel.kind !== 'direct' && channel.name === name)) {
    throw new SlackError('name_taken');
  }
  return name;
}

function activePerson(state: State, id: string): PersonRecord {
  const person = personById(state, id);
  if (person === undefined) {
    throw new SlackError('user_not_found');
  }
  if (person.isDeactivated) {
    throw new SlackError('user_disabled');
  }
  return person;
}

function raise(code: string): never {
  throw new SlackError(code);
}
