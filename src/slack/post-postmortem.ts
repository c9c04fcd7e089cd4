import type { ChannelId } from '../domain/ids.ts';
import type { Attempt, DocumentFile, PostedDraft } from '../use-cases/messenger.ts';
import { postmortemMessage } from './messages/postmortem-messages.ts';
import type { SlackClient } from './slack-client.ts';

/** Posts the draft as files, then what it still lacks; each part once, however often its work is attempted. */
export async function postPostmortem(
  client: SlackClient,
  channel: ChannelId,
  draft: PostedDraft,
  attempt: Attempt,
): Promise<void> {
  await postFiles(client, channel, draft.files, attempt);
  await client.post(channel, postmortemMessage(draft), attempt);
}

/** Posts the draft's files, once, however often their work is attempted. */
export async function postFiles(
  client: SlackClient,
  channel: ChannelId,
  files: readonly DocumentFile[],
  attempt: Attempt,
): Promise<void> {
  const title = (name: string) => `${name}, draft ${attempt.key.slice(-DRAFT_NAME)}`;
  const titles = files.map(({ name }) => title(name));
  if (!(attempt.isRepeat && (await areShared(client, channel, titles, attempt)))) {
    await client.call('files.completeUploadExternal', (web) =>
      web.filesUploadV2({
        channel_id: channel,
        file_uploads: files.map(({ name, content }) => ({
          filename: name,
          title: title(name),
          file: Buffer.from(content),
        })),
      }),
    );
  }
}

/** So much of its work's id tells one draft from the others, for people and for us. */
const DRAFT_NAME = 6;

async function areShared(
  client: SlackClient,
  channel: ChannelId,
  titles: readonly string[],
  attempt: Attempt,
): Promise<boolean> {
  const shared = await client.findMessage(channel, attempt, ({ files = [] }) =>
    titles.every((title) => files.some((file) => file.title === title)) ? true : undefined,
  );
  return shared ?? false;
}
