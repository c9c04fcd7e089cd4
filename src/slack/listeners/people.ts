import { z } from 'zod';
import { channelId, personId } from '../../domain/ids.ts';
import { memberJoined, memberLeft } from '../../use-cases/people/follow-members.ts';
import { rememberPerson } from '../../use-cases/people/know-people.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { events } from '../identifiers.ts';
import { toPerson } from '../slack-directory.ts';
import type { EventDelivery, Feature } from './feature.ts';

const Membership = z.object({ user: z.string(), channel: z.string() });

const ChangedPerson = z.object({
  user: z.object({
    id: z.string(),
    name: z.string().optional(),
    real_name: z.string().optional(),
    tz: z.string().optional(),
    is_bot: z.boolean().optional(),
    deleted: z.boolean().optional(),
    profile: z.object({ display_name: z.string().optional(), real_name: z.string().optional() }).optional(),
  }),
});

/** Who is in which channel, and who people are now. */
export function peopleFeature(ports: Ports): Feature {
  return {
    events: {
      [events.memberJoined]: (delivery) => memberJoined(ports, readMove(delivery)),
      [events.memberLeft]: (delivery) => memberLeft(ports, readMove(delivery)),
      [events.personChanged]: ({ requester, event }) =>
        rememberPerson(ports, toPerson(ChangedPerson.parse(event).user, requester.teamId)),
    },
  };
}

function readMove({ requester, event }: EventDelivery) {
  const { user, channel } = Membership.parse(event);
  return { teamId: requester.teamId, channel: channelId(channel), personId: personId(user) };
}
