import type { UsergroupsUsersListResponse, UsersInfoResponse } from '@slack/web-api';
import { z } from 'zod';
import { personById } from '../state/find.ts';
import { wireUser } from '../wire/wire-user.ts';
import { type Answer, BooleanArgument, defineMethod } from './method.ts';
import { SlackError } from './slack-error.ts';

export const peopleMethods = {
  'users.info': defineMethod({
    scopes: ['users:read'],
    refusals: { user: 'user_not_found' },
    schema: z.strictObject({ user: z.string(), include_locale: BooleanArgument.default(false) }),
    run(state, given): Answer<UsersInfoResponse> {
      const person = personById(state, given.user);
      if (person === undefined) {
        throw new SlackError('user_not_found');
      }
      return { user: wireUser(state, person, { locale: given.include_locale }) };
    },
  }),

  'usergroups.users.list': defineMethod({
    scopes: ['usergroups:read'],
    refusals: { usergroup: 'no_such_subteam' },
    schema: z.strictObject({ usergroup: z.string() }),
    run(state, given): Answer<UsergroupsUsersListResponse> {
      const group = state.groups.find(({ id }) => id === given.usergroup);
      if (group === undefined) {
        throw new SlackError('no_such_subteam');
      }
      return { users: [...group.members] };
    },
  }),
};
