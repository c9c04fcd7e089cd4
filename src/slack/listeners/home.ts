import { z } from 'zod';
import { personId } from '../../domain/ids.ts';
import { askForHome } from '../../use-cases/home/publish-home.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { events } from '../identifiers.ts';
import type { Feature } from './feature.ts';

const HomeOpened = z.object({ user: z.string(), tab: z.string() });

/** App Home shows what is open. It is drawn anew each time it is opened; kept is only who opened theirs. */
export function homeFeature(ports: Ports): Feature {
  return {
    events: {
      [events.homeOpened]: async ({ requester, event }) => {
        const { user, tab } = HomeOpened.parse(event);
        if (tab === 'home') {
          await askForHome(ports, { ...requester, personId: personId(user) });
        }
      },
    },
  };
}
