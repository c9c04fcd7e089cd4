import type {
  FilesCompleteUploadExternalResponse,
  FilesGetUploadURLExternalResponse,
  FilesInfoResponse,
} from '@slack/web-api';
import { z } from 'zod';
import { postMessage } from '../effects/post-message.ts';
import type { FileRecord } from '../state/records.ts';
import { nowSeconds, type State } from '../state/state.ts';
import { wireCanvas } from '../wire/wire-canvas.ts';
import { wireFile } from '../wire/wire-file.ts';
import { asBot } from './chat.ts';
import { ownChannel } from './find-channel.ts';
import { type Answer, defineMethod, JsonArgument } from './method.ts';
import { SlackError } from './slack-error.ts';

const scopes = ['files:write'];

/** https://docs.slack.dev/messaging/working-with-files#uploading_files */
export const filesMethods = {
  'files.info': defineMethod({
    scopes: ['files:read'],
    refusals: { file: 'file_not_found' },
    schema: z.strictObject({ file: z.string() }),
    run(state, { file: id }): Answer<FilesInfoResponse> {
      const canvas = state.canvases.find((each) => each.id === id);
      const found = canvas ?? state.files.get(id);
      if (found === undefined) {
        throw new SlackError('file_not_found');
      }
      if (found.isDeleted === true) {
        throw new SlackError('file_deleted');
      }
      return { file: 'markdown' in found ? wireCanvas(state, found) : wireFile(state, found) };
    },
  }),

  'files.getUploadURLExternal': defineMethod({
    scopes,
    refusals: { filename: 'missing_argument', length: 'missing_argument' },
    schema: z.strictObject({ filename: z.string().min(1), length: z.coerce.number().int().min(1) }),
    run(state, { filename }): Answer<FilesGetUploadURLExternalResponse> {
      const id = state.ids.next('F');
      state.files.set(id, {
        id,
        name: filename,
        title: filename,
        userId: state.bot.userId,
        createdSeconds: nowSeconds(state),
        content: undefined,
      });
      return { file_id: id, upload_url: `${state.address}/upload/${id}` };
    },
  }),

  'files.completeUploadExternal': defineMethod({
    scopes,
    schema: z.strictObject({
      files: JsonArgument.pipe(z.array(z.strictObject({ id: z.string(), title: z.string().optional() })).min(1)),
      channel_id: z.string().optional(),
    }),
    run(state, given): Answer<FilesCompleteUploadExternalResponse> {
      const channel = given.channel_id === undefined ? undefined : ownChannel(state, given.channel_id);
      const files = given.files.map(({ id, title }) => uploaded(state, id, title));
      if (channel !== undefined) {
        postMessage(state, channel, { ...asBot(state), subtype: 'file_share', text: '', files });
      }
      return { files: files.map(({ id, title }) => ({ id, title })) };
    },
  }),
};

function uploaded(state: State, id: string, title: string | undefined): FileRecord {
  const file = state.files.get(id);
  if (file?.content === undefined) {
    throw new SlackError('file_not_found');
  }
  file.title = title ?? file.title;
  return file;
}
