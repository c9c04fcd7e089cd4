import { z } from 'zod';
import { channelId, personId } from '../../domain/ids.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { catchUpOnJoining } from '../../use-cases/timeline/catch-up.ts';
import { events } from '../identifiers.ts';
import type { EventDelivery, Feature } from './feature.ts';

/** https://docs.slack.dev/reference/events/member_joined_channel */
const Joined = z.object({ user: z.string(), channel: z.string(), inviter: z.string().optional() });

/** Reading what was said in an incident's channel while the bot was not in it. */
export function catchUpFeature(ports: Ports, botUserId: string): Feature {
  return { events: { [events.memberJoined]: (delivery) => join(ports, botUserId, delivery) } };
}

async function join(ports: Ports, botUserId: string, { requester, event }: EventDelivery): Promise<void> {
  const { user, channel, inviter } = Joined.parse(event);
  if (user === botUserId) {
    await catchUpOnJoining(ports, {
      ...requester,
      deliveryKey: `${requester.deliveryKey}:catch-up`,
      personId: personId(inviter ?? user),
      channel: channelId(channel),
      wasInvited: inviter !== undefined,
    });
  }
}
