import { z } from 'zod';
import { messageKey, personId } from '../../domain/ids.ts';
import type { SaidMessage } from '../../use-cases/directory.ts';
import { messageContent } from './message-content.ts';
import { hasNamelessToken } from './name-tokens.ts';
import { mentionedPeople, readMarkup } from './read-markup.ts';
import { instantOfTimestamp } from './slack-time.ts';

/** Who we are among those who speak. */
export interface OurNames {
  readonly botUserId: string;
  readonly botId: string;
}

/** All others are notes of Slack's own: somebody came, set the topic, pinned something. */
const SAID = ['bot_message', 'file_share', 'me_message', 'thread_broadcast'];

const Message = z.object({
  ts: z.string(),
  subtype: z.enum(SAID).nullish(),
  /** Slack tells by it of what nobody sees, not always with a subtype. */
  hidden: z.literal(false).nullish(),
  user: z.string().nullish(),
  username: z.string().nullish(),
  bot_id: z.string().nullish(),
  bot_profile: z.object({ name: z.string().nullish() }).nullish(),
  thread_ts: z.string().nullish(),
  edited: z.object({ ts: z.string() }).nullish(),
});

/** What a person or another app said, as an event or a page of history has it. `changedAt` is when an event told of it. */
export function saidMessage(message: unknown, us: OurNames, changedAt?: string): SaidMessage | undefined {
  const read = Message.safeParse(message);
  if (!read.success || read.data.bot_id === us.botId || read.data.user === us.botUserId) {
    return undefined;
  }
  const { ts, user, thread_ts: thread, edited, ...author } = read.data;
  const appName = author.bot_id ? author.username || author.bot_profile?.name : undefined;
  const content = messageContent(message);
  return {
    ...content,
    key: messageKey(ts),
    thread: thread == null || thread === ts ? undefined : messageKey(thread),
    saidBy: user == null || appName ? undefined : personId(user),
    appName: appName || undefined,
    at: instantOfTimestamp(ts),
    editedAt: edited == null ? undefined : instantOfTimestamp(edited.ts),
    version: changedAt ?? edited?.ts ?? ts,
    mentions: mentionedPeople(content.source),
    hasNamelessToken: hasNamelessToken(content.source),
    textWith: (names) => readMarkup(content.source, names),
  };
}
