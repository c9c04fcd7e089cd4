import { accept } from '../../domain/result.ts';
import type { EventFile } from '../../domain/timeline/event-file.ts';
import { isImageOf } from '../../domain/timeline/image-type.ts';
import { DeliveryError, type Ports } from '../ports.ts';
import type { Work } from '../work.ts';
import { mostBytes } from './message-files.ts';

/**
 * Downloads an image of a tagged message, so that the postmortem shows it. Where it is refused, too long or not what it
 * claims to be, the event has its name and link, and why.
 */
export async function keepFile(
  ports: Pick<Ports, 'database' | 'directory' | 'policy'>,
  { eventId, fileId, address }: Extract<Work, { kind: 'keep-file' }>,
): Promise<void> {
  const event = await ports.database.records.timeline.find(eventId);
  const file = event?.files.find(({ id }) => id === fileId);
  if (file?.lack === undefined) {
    // It is gone from the message, or kept already.
    return;
  }
  const read = await readImage(ports, file, address);
  await ports.database.transaction(async ({ files }) => {
    await ('base64' in read ? files.keep(eventId, fileId, read.base64) : files.lack(eventId, fileId, read.lack));
    return accept(undefined);
  });
}

async function readImage(
  { directory, policy }: Pick<Ports, 'directory' | 'policy'>,
  { mediaType }: EventFile,
  address: string,
): Promise<{ readonly base64: string } | { readonly lack: string }> {
  try {
    const bytes = await directory.readFile(address, mostBytes(policy));
    return isImageOf(mediaType, bytes)
      ? { base64: Buffer.from(bytes).toString('base64') }
      : { lack: 'not_the_image_it_claims_to_be' };
  } catch (fault) {
    if (fault instanceof DeliveryError && fault.sort === 'never') {
      return { lack: fault.reason };
    }
    throw fault;
  }
}
