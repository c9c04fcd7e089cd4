import type { App } from '@slack/bolt';
import { z } from 'zod';
import { teamId } from '../../domain/ids.ts';
import type { Listening } from './listen.ts';

/** https://docs.slack.dev/apis/events-api#events-JSON */
const Envelope = z.object({ team_id: z.string(), event_id: z.string() });

/** What fails here is answered with an error, so that Slack delivers it again. */
export function listenToEvents(app: App, { feature }: Listening): void {
  app.event(/./u, async ({ event, body }) => {
    const { team_id, event_id } = Envelope.parse(body);
    await feature.events[event.type]?.({
      requester: { teamId: teamId(team_id), deliveryKey: event_id },
      event: { ...event },
    });
  });
}
