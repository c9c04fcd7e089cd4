import { z } from 'zod';
import { channelId, messageKey, personId } from '../../domain/ids.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { paragraph } from '../blocks/layout.ts';
import type { SlackIdentity } from '../create-slack.ts';
import { events } from '../identifiers.ts';
import { commandIn } from '../text/command-in.ts';
import { permalink } from '../text/permalink.ts';
import { instantOfTimestamp } from '../text/slack-time.ts';
import { answerLater } from './answer-later.ts';
import { type EventDelivery, type Feature, say } from './feature.ts';
import { isRepeat, runCommand } from './run-command.ts';

const Mention = z.object({
  /** Apps that mention us have none, or a bot's. */
  user: z.string().optional(),
  bot_id: z.string().optional(),
  channel: z.string(),
  text: z.string(),
  ts: z.string(),
  thread_ts: z.string().optional(),
});

type Bot = Pick<SlackIdentity, 'botUserId' | 'url'>;

/** `@faultline log …`: the same verbs where slash commands do not work, in threads. */
export function mentionFeature(ports: Ports, feature: Feature, bot: Bot): Feature {
  return { events: { [events.mention]: (delivery) => answerMention(ports, feature, { delivery, bot }) } };
}

async function answerMention(
  ports: Ports,
  feature: Feature,
  mention: { readonly delivery: EventDelivery; readonly bot: Bot },
): Promise<void> {
  const { delivery, bot } = mention;
  const { requester, event } = delivery;
  const { user, bot_id, channel, text, ts, thread_ts } = Mention.parse(event);
  if (user === undefined || bot_id !== undefined) {
    return;
  }
  const asker = {
    ...requester,
    personId: personId(user),
    channel: channelId(channel),
    thread: thread_ts === undefined ? undefined : messageKey(thread_ts),
    responseUrl: undefined,
  };
  const command = commandIn(text, bot.botUserId);
  const answer =
    command === undefined
      ? say(paragraph('I only listen when a message begins with my name: `@faultline log …`.'))
      : await runCommand(ports, feature, {
          ...asker,
          typedAt: instantOfTimestamp(ts),
          text: command,
          permalink: permalink(bot.url, { channel: asker.channel, key: messageKey(ts) }, thread_ts),
        });
  if (isRepeat(answer)) {
    return;
  }
  // A command that waits for people is answered once more, under the key of its own delivery.
  await answerLater(ports, { ...asker, deliveryKey: `mention:${asker.deliveryKey}` }, answer);
}
