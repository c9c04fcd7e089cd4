import type {
  DndInfoResponse,
  UsergroupsListResponse,
  UsergroupsUsersListResponse,
  UsersInfoResponse,
  UsersListResponse,
} from '@slack/web-api';
import { z } from 'zod';
import { SECOND, toMilliseconds } from '../../domain/time.ts';
import { personById } from '../state/find.ts';
import { wireGroup } from '../wire/wire-group.ts';
import { wireUser } from '../wire/wire-user.ts';
import { type Answer, BooleanArgument, defineMethod } from './method.ts';
import { pageOf } from './page-of.ts';
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

  'users.list': defineMethod({
    scopes: ['users:read'],
    schema: z.strictObject({
      limit: z.coerce.number().int().min(1).max(999).default(100),
      cursor: z.string().optional(),
      include_locale: BooleanArgument.default(false),
    }),
    run(state, { include_locale: locale, ...range }): Answer<UsersListResponse> {
      const page = pageOf(state.people, range);
      return {
        members: page.items.map((person) => wireUser(state, person, { locale })),
        response_metadata: { next_cursor: page.nextCursor },
      };
    },
  }),

  'dnd.info': defineMethod({
    scopes: ['dnd:read'],
    refusals: { user: 'user_not_found' },
    schema: z.strictObject({ user: z.string() }),
    run(state, given): Answer<DndInfoResponse> {
      const person = personById(state, given.user);
      if (person === undefined) {
        throw new SlackError('user_not_found');
      }
      // Nobody is told of a pause of others but as the times between which it holds.
      const end = person.quietUntil === undefined ? 1 : toMilliseconds(person.quietUntil) / SECOND;
      return {
        dnd_enabled: person.quietUntil !== undefined,
        next_dnd_start_ts: Math.min(end, Math.floor(toMilliseconds(state.clock.now()) / SECOND)),
        next_dnd_end_ts: end,
      };
    },
  }),

  'usergroups.list': defineMethod({
    scopes: ['usergroups:read'],
    schema: z.strictObject({}),
    run: (state): Answer<UsergroupsListResponse> => ({
      usergroups: state.groups.filter(({ isDisabled }) => !isDisabled).map((group) => wireGroup(state, group)),
    }),
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
