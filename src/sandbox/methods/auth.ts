import type { AppsConnectionsOpenResponse, AuthTestResponse } from '@slack/web-api';
import { z } from 'zod';
import { type Answer, defineMethod } from './method.ts';

export const authMethods = {
  'auth.test': defineMethod({
    schema: z.strictObject({}),
    run: ({ team, bot }): Answer<AuthTestResponse> => ({
      url: team.url,
      team: team.name,
      user: bot.name,
      team_id: team.id,
      user_id: bot.userId,
      bot_id: bot.botId,
      is_enterprise_install: false,
    }),
  }),
  'apps.connections.open': defineMethod({
    token: 'app',
    schema: z.strictObject({}),
    run(state): Answer<AppsConnectionsOpenResponse> {
      const ticket = state.ids.next('ticket');
      state.tickets.add(ticket);
      return { url: `${state.address.replace(/^http/u, 'ws')}/link/?ticket=${ticket}` };
    },
  }),
};
