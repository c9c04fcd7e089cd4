import { z } from 'zod';
import { fileId } from '../../domain/ids.ts';
import type { MessageFile } from '../../use-cases/directory.ts';

/** https://docs.slack.dev/reference/objects/file-object */
const File = z.object({
  id: z.string(),
  name: z.string().nullish(),
  title: z.string().nullish(),
  mimetype: z.string().catch(''),
  size: z.number().int().nonnegative().catch(0),
  permalink: z.string().optional().catch(undefined),
  url_private_download: z.string().optional().catch(undefined),
  mode: z.string().catch(''),
});

const Message = z.object({ files: z.array(z.unknown()).catch([]) });

/** The files of a message, but for those of which Slack has kept no more than that they were there. */
export function messageFiles(message: unknown): readonly MessageFile[] {
  const read = Message.safeParse(message);
  const files = (read.success ? read.data.files : []).map((file) => File.safeParse(file));
  return files.flatMap((file) => (file.success && file.data.mode !== 'tombstone' ? [toFile(file.data)] : []));
}

function toFile({ id, name, title, mimetype, size, permalink, url_private_download }: z.output<typeof File>) {
  return {
    id: fileId(id),
    name: name || title || 'a file',
    mediaType: mimetype,
    size,
    permalink,
    address: url_private_download,
  };
}
