import type {
  ConversationsCreateResponse,
  ConversationsInfoResponse,
  ConversationsListResponse,
  ConversationsSetTopicResponse,
} from '@slack/web-api';
import { z } from 'zod';
import { setTopic } from '../effects/change-channel.ts';
import { createChannel } from '../effects/create-channel.ts';
import type { ChannelKind } from '../state/records.ts';
import type { State } from '../state/state.ts';
import { wireChannel } from '../wire/wire-channel.ts';
import { MANAGE, manageableChannel, visibleChannel } from './find-channel.ts';
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

const KINDS: Readonly<Record<string, { readonly kind: ChannelKind; readonly scope: string }>> = {
  public_channel: { kind: 'public', scope: 'channels:read' },
  private_channel: { kind: 'private', scope: 'groups:read' },
  im: { kind: 'direct', scope: 'im:read' },
};

const READ: Readonly<Record<ChannelKind, readonly string[]>> = {
  public: ['channels:read'],
  private: ['groups:read'],
  direct: ['im:read'],
};

const LONGEST_NAME = 80;
const LONGEST_TOPIC = 250;

/** https://docs.slack.dev/reference/methods?filter=conversations */
export const conversationsMethods = {
  'conversations.create': defineMethod({
    refusals: { name: 'invalid_name_required' },
    schema: z.strictObject({ name: z.string(), is_private: BooleanArgument.default(false) }),
    run(state, { name, is_private }): Answer<ConversationsCreateResponse> {
      const kind = is_private ? 'private' : 'public';
      requireChannelScope(state, { kind }, MANAGE);
      const channel = createChannel(state, { name: freeName(state, name), kind, creator: state.bot.userId });
      return { channel: wireChannel(state, channel) };
    },
  }),

  'conversations.info': defineMethod({
    schema: z.strictObject({ channel: z.string() }),
    run(state, { channel: id }): Answer<ConversationsInfoResponse> {
      const channel = visibleChannel(state, id);
      requireChannelScope(state, channel, READ);
      return { channel: wireChannel(state, channel) };
    },
  }),

  'conversations.list': defineMethod({
    refusals: { limit: 'invalid_limit' },
    schema: z.strictObject({
      types: ListArgument.default(['public_channel']),
      exclude_archived: BooleanArgument.default(false),
      limit: z.coerce.number().int().min(1).max(999).default(100),
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
        channels: page.items.map((channel) => ({ ...wireChannel(state, channel), num_members: channel.members.size })),
        response_metadata: { next_cursor: page.nextCursor },
      };
    },
  }),

  'conversations.setTopic': defineMethod({
    refusals: { topic: 'too_long' },
    schema: z.strictObject({
      channel: z.string(),
      topic: z.string().refine((topic) => [...topic].length <= LONGEST_TOPIC),
    }),
    run(state, { channel: id, topic }): Answer<ConversationsSetTopicResponse> {
      const channel = manageableChannel(state, id);
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

function raise(code: string): never {
  throw new SlackError(code);
}
