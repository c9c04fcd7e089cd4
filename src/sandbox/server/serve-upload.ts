import type { State } from '../state/state.ts';
import { type Reply, replyOk } from './reply.ts';
import { runCall } from './run-call.ts';

interface Upload {
  readonly id: string;
  readonly contentType: string;
  readonly body: Buffer;
}

/** https://docs.slack.dev/messaging/working-with-files#uploading_files: between the two calls the bytes come here. */
export async function serveUpload(state: State, { id, contentType, body }: Upload): Promise<Reply | undefined> {
  return runCall(state, {
    method: 'upload',
    arguments: { file: id, bytes: body.length },
    run: () => keep(state, id, fileOf(contentType, body)),
  });
}

function keep(state: State, id: string, content: Buffer): Reply {
  const file = state.files.get(id);
  if (file === undefined) {
    return { status: 404, body: 'not found' };
  }
  file.content = content;
  return replyOk(`OK - ${content.length}`);
}

/** The one file of a form with parts, or the body itself. */
function fileOf(contentType: string, body: Buffer): Buffer {
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)"?/u.exec(contentType)?.[1];
  if (boundary === undefined) {
    return body;
  }
  const start = body.indexOf('\r\n\r\n') + 4;
  return body.subarray(start, body.lastIndexOf(`\r\n--${boundary}`));
}
