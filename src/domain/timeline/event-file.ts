import type { FileId } from '../ids.ts';

/** A file of the message that an event was made from. */
export interface EventFile {
  readonly id: FileId;
  readonly name: string;
  /** `image/png`, as the chat system says. */
  readonly mediaType: string;
  /** In bytes. */
  readonly size: number;
  readonly permalink: string | undefined;
  /** A word for why its content is not kept here, `too_large`; undefined where it is. */
  readonly lack: string | undefined;
}

/** The content of an image that is kept. */
export interface KeptImage {
  readonly mediaType: string;
  readonly base64: string;
}

/** The files that a message has now, of which those that it had before are known already. */
export function followFiles(before: readonly EventFile[], now: readonly EventFile[]): readonly EventFile[] {
  return now.map((file) => before.find(({ id }) => id === file.id) ?? file);
}
