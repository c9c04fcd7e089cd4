import { z } from 'zod';
import { channelId, messageKey, personId } from '../../domain/ids.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { events } from '../identifiers.ts';
import { instantOfTimestamp } from '../text/slack-time.ts';
import { answerLater } from './answer-later.ts';
import type { EventDelivery, Feature } from './feature.ts';
import { runCommand } from './run-command.ts';

const Mention = z.object({
  /** Apps that mention us have none, or a bot's. */
  user: z.string().optional(),
  bot_id: z.string().optional(),
  channel: z.string(),
  text: z.string(),
  ts: z.string(),
  thread_ts: z.string().optional(),
});

/** `@faultline log …`: the same verbs where slash commands do not work, in threads. */
export function mentionFeature(ports: Ports, feature: Feature, botUserId: string): Feature {
  return { events: { [events.mention]: (delivery) => answerMention(ports, feature, { delivery, botUserId }) } };
}

async function answerMention(
  ports: Ports,
  feature: Feature,
  mention: { readonly delivery: EventDelivery; readonly botUserId: string },
): Promise<void> {
  const { requester, event } = mention.delivery;
  const { user, bot_id, channel, text, ts, thread_ts } = Mention.parse(event);
  if (user === undefined || bot_id !== undefined) {
    return;
  }
  const typed = {
    ...requester,
    personId: personId(user),
    channel: channelId(channel),
    thread: thread_ts === undefined ? undefined : messageKey(thread_ts),
    typedAt: instantOfTimestamp(ts),
    text: withoutAddress(text, mention.botUserId),
    responseUrl: undefined,
  };
  const answer = await runCommand(ports, feature, typed);
  await answerLater(ports, typed, answer);
}

/** Drops the mention of the bot, wherever it stands first. */
function withoutAddress(text: string, botUserId: string): string {
  return text.replace(new RegExp(`^[\\s\\S]*?<@${botUserId}(?:\\|[^>]*)?>[\\s:,]*`, 'u'), '');
}
