import { z } from 'zod';
import { channelId, personId } from '../../domain/ids.ts';
import { type ChannelMove, memberMoved } from '../../use-cases/people/follow-members.ts';
import { groupsChanged } from '../../use-cases/people/know-groups.ts';
import { rememberPerson } from '../../use-cases/people/know-people.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { events } from '../identifiers.ts';
import { toPerson } from '../slack-directory.ts';
import { instantOfTimestamp } from '../text/slack-time.ts';
import type { EventDelivery, Feature } from './feature.ts';

const Membership = z.object({ user: z.string(), channel: z.string(), event_ts: z.string() });

const ChangedPerson = z.object({
  user: z.object({
    id: z.string(),
    name: z.string().optional(),
    real_name: z.string().optional(),
    tz: z.string().optional(),
    locale: z.string().optional(),
    is_bot: z.boolean().optional(),
    deleted: z.boolean().optional(),
    is_admin: z.boolean().optional(),
    is_owner: z.boolean().optional(),
    updated: z.number().optional(),
    profile: z
      .object({
        display_name: z.string().optional(),
        real_name: z.string().optional(),
        status_text: z.string().optional(),
        status_emoji: z.string().optional(),
        status_expiration: z.number().optional(),
      })
      .optional(),
  }),
});

/** Who is in which channel, who people are now, and which groups there are. */
export function peopleFeature(ports: Ports): Feature {
  return {
    events: {
      [events.memberJoined]: (delivery) => follow(ports, readMove(delivery, 'joined')),
      [events.memberLeft]: (delivery) => follow(ports, readMove(delivery, 'left')),
      [events.personChanged]: ({ requester, event }) =>
        rememberPerson(ports, toPerson(ChangedPerson.parse(event).user, requester.teamId)),
      [events.groupCreated]: ({ requester }) => groupsChanged(ports, requester.teamId),
      [events.groupUpdated]: ({ requester }) => groupsChanged(ports, requester.teamId),
    },
  };
}

/** Nobody waits for an answer: a repeat, or a channel of no incident, is nothing to speak of. */
async function follow(ports: Ports, move: ChannelMove): Promise<void> {
  await memberMoved(ports, move);
}

function readMove({ requester, event }: EventDelivery, kind: ChannelMove['kind']): ChannelMove {
  const { user, channel, event_ts } = Membership.parse(event);
  return {
    ...requester,
    personId: personId(user),
    channel: channelId(channel),
    kind,
    movedAt: event_ts,
    at: instantOfTimestamp(event_ts),
  };
}
