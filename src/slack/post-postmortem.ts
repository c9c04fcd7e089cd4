import type { ChannelId } from '../domain/ids.ts';
import { toMilliseconds } from '../domain/time.ts';
import type { Attempt, Publication } from '../use-cases/messenger.ts';
import { postmortemMessage } from './messages/postmortem-messages.ts';
import type { SlackClient } from './slack-client.ts';

/** Posts the draft as files, then what it still lacks; each part once, however often its work is attempted. */
export async function postPostmortem(
  client: SlackClient,
  channel: ChannelId,
  publication: Publication,
  attempt: Attempt,
): Promise<void> {
  const { files } = publication;
  if (!(attempt.isRepeat && (await areShared(client, channel, publication, attempt)))) {
    await client.call('files.completeUploadExternal', (web) =>
      web.filesUploadV2({
        channel_id: channel,
        file_uploads: files.map(({ name, content }) => ({ filename: name, title: name, file: Buffer.from(content) })),
      }),
    );
  }
  await client.post(channel, postmortemMessage(publication), attempt);
}

async function areShared(
  client: SlackClient,
  channel: ChannelId,
  { files }: Publication,
  attempt: Attempt,
): Promise<boolean> {
  const since = String(toMilliseconds(attempt.since) / 1_000);
  const page = await client.call('conversations.history', (web) =>
    web.conversations.history({ channel, oldest: since, limit: 200 }),
  );
  const shared = (page?.messages ?? []).flatMap((message) => message.files ?? []).map(({ name }) => name);
  return files.every(({ name }) => shared.includes(name));
}
