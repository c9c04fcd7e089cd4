import type { ConversationsInviteResponse, ConversationsJoinResponse, ConversationsOpenResponse } from '@slack/web-api';
import { z } from 'zod';
import { openDirectChannel } from '../effects/create-channel.ts';
import { joinChannel } from '../effects/membership.ts';
import { directChannel, personById } from '../state/find.ts';
import type { ChannelRecord, PersonRecord } from '../state/records.ts';
import type { State } from '../state/state.ts';
import { wireChannel } from '../wire/wire-channel.ts';
import { manageableChannel, visibleChannel } from './find-channel.ts';
import { type Answer, defineMethod, ListArgument } from './method.ts';
import { SlackError } from './slack-error.ts';

const MOST_INVITED = 100;

/** Who is in a channel. https://docs.slack.dev/reference/methods?filter=conversations */
export const membershipMethods = {
  'conversations.invite': defineMethod({
    refusals: { users: 'no_user' },
    schema: z.strictObject({ channel: z.string(), users: ListArgument }),
    run(state, { channel: id, users }): Answer<ConversationsInviteResponse> {
      const channel = manageableChannel(state, id);
      if (users.length > MOST_INVITED) {
        throw new SlackError('invalid_arguments');
      }
      const errors = users.flatMap((user) => {
        const error = whyNotInvited(state, channel, user);
        return error === undefined ? [] : [{ user, ok: false, error }];
      });
      const [first] = errors;
      if (first !== undefined) {
        // One who cannot be invited keeps all out. https://github.com/slackapi/node-slack-sdk/issues/1596
        throw new SlackError(first.error, { errors });
      }
      for (const userId of users) {
        joinChannel(state, channel, { userId, inviterId: state.bot.userId });
      }
      return { channel: wireChannel(state, channel) };
    },
  }),

  'conversations.join': defineMethod({
    scopes: ['channels:join'],
    schema: z.strictObject({ channel: z.string() }),
    run(state, { channel: id }): Answer<ConversationsJoinResponse> {
      const channel = visibleChannel(state, id);
      if (channel.isArchived) {
        throw new SlackError('is_archived');
      }
      if (channel.kind !== 'public') {
        throw new SlackError('method_not_supported_for_channel_type');
      }
      const isIn = channel.members.has(state.bot.userId);
      if (!isIn) {
        joinChannel(state, channel, { userId: state.bot.userId });
      }
      return { channel: wireChannel(state, channel), ...(isIn ? { warning: 'already_in_channel' } : {}) };
    },
  }),

  'conversations.open': defineMethod({
    scopes: ['im:write'],
    refusals: { users: 'users_list_not_supplied' },
    schema: z.strictObject({ users: ListArgument }),
    run(state, { users }): Answer<ConversationsOpenResponse> {
      const [user = '', ...more] = users;
      if (more.length > 0) {
        // Several people would make a group conversation, which takes `mpim:write`.
        throw new SlackError('missing_scope', { needed: 'mpim:write', provided: state.scopes.join(',') });
      }
      const person = activePerson(state, user);
      if (person.isBot) {
        throw new SlackError('cannot_dm_bot');
      }
      const isOpen = directChannel(state, person.id) !== undefined;
      return {
        channel: { id: openDirectChannel(state, person.id).id },
        ...(isOpen ? { no_op: true, already_open: true } : {}),
      };
    },
  }),
};

function whyNotInvited(state: State, channel: ChannelRecord, userId: string): string | undefined {
  const person = personById(state, userId);
  if (person === undefined) {
    return 'user_not_found';
  }
  if (person.isDeactivated) {
    return 'cant_invite';
  }
  if (person.id === state.bot.userId) {
    return 'cant_invite_self';
  }
  return channel.members.has(person.id) ? 'already_in_channel' : undefined;
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
