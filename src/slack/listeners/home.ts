import { z } from 'zod';
import { personId } from '../../domain/ids.ts';
import { listIncidents } from '../../use-cases/incident/list-incidents.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { events } from '../identifiers.ts';
import { incidentList } from '../messages/incident-messages.ts';
import type { SlackClient } from '../slack-client.ts';
import type { Feature } from './feature.ts';

const HomeOpened = z.object({ user: z.string(), tab: z.string() });

/** App Home shows what is open. It is drawn anew each time it is opened, so nothing is kept and nothing can be lost. */
export function homeFeature(ports: Ports, client: SlackClient): Feature {
  return {
    events: {
      [events.homeOpened]: async ({ requester, event }) => {
        const { user, tab } = HomeOpened.parse(event);
        if (tab !== 'home') {
          return;
        }
        const { blocks } = incidentList(await listIncidents(ports, { ...requester, personId: personId(user) }));
        await client.call('views.publish', (web) =>
          web.views.publish({ user_id: user, view: { type: 'home', blocks } }),
        );
      },
    },
  };
}
