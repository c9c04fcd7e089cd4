import type { TimelineEventId } from '../../domain/ids.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Instant } from '../../domain/time.ts';
import type { EventFile } from '../../domain/timeline/event-file.ts';
import { isImageType } from '../../domain/timeline/image-type.ts';
import type { MessageFile, ReadMessage } from '../directory.ts';
import type { Records } from '../ports.ts';

const KILOBYTE = 1_024;
/** Its download is asked for and has not come to an end. */
const NOT_FETCHED = 'not_fetched';

/** The longest content that the policy keeps. */
export function mostBytes(policy: Pick<Policy, 'keptImageKilobytes'>): number {
  return policy.keptImageKilobytes * KILOBYTE;
}

/** The files of a message as an event keeps them: by name and link, and images with what they show where they may. */
export function filesOf({ files }: ReadMessage, policy: Policy): readonly EventFile[] {
  return files.map(({ id, name, mediaType, size, permalink, address }) => ({
    id,
    name,
    mediaType,
    size,
    permalink,
    lack: lackOf({ mediaType, size, address }, policy),
  }));
}

function lackOf({ mediaType, size, address }: Pick<MessageFile, 'mediaType' | 'size' | 'address'>, policy: Policy) {
  if (!isImageType(mediaType)) {
    return 'not_an_image';
  }
  if (address === undefined) {
    return 'not_in_the_chat_system';
  }
  return size > mostBytes(policy) ? 'too_large' : NOT_FETCHED;
}

/** Asks for the images that are new, in lanes of their own: a slow download must not hold the incident up. */
export async function askForImages(
  records: Records,
  event: { readonly id: TimelineEventId; readonly files: readonly EventFile[] },
  { known, read, now }: { readonly known: readonly EventFile[]; readonly read: ReadMessage; readonly now: Instant },
): Promise<void> {
  const isNew = (file: EventFile) => file.lack === NOT_FETCHED && known.every(({ id }) => id !== file.id);
  for (const { id: fileId } of event.files.filter(isNew)) {
    const address = read.files.find(({ id }) => id === fileId)?.address;
    if (address !== undefined) {
      const work = { kind: 'keep-file', eventId: event.id, fileId, address } as const;
      await records.work.add({ work, lane: `file:${fileId}`, runAt: now, dedupeKey: undefined });
    }
  }
}
