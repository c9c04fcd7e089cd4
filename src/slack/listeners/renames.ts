import { z } from 'zod';
import { channelId, personId } from '../../domain/ids.ts';
import { recordRename } from '../../use-cases/incident/record-rename.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { events } from '../identifiers.ts';
import { instantOfTimestamp } from '../text/slack-time.ts';
import type { EventDelivery, Feature } from './feature.ts';

/** https://docs.slack.dev/reference/events/channel_rename, and group_rename, which is the same. */
const Renamed = z.object({ channel: z.object({ id: z.string(), name: z.string() }), event_ts: z.string() });

/** Channels that get another name. */
export function renameFeature(ports: Ports, botUserId: string): Feature {
  const follow = async ({ requester, event }: EventDelivery) => {
    const { channel, event_ts } = Renamed.parse(event);
    await recordRename(ports, {
      ...requester,
      personId: personId(botUserId),
      channel: channelId(channel.id),
      name: channel.name,
      at: instantOfTimestamp(event_ts),
    });
  };
  return { events: { [events.channelRenamed]: follow, [events.groupRenamed]: follow } };
}
