import { createReadStream } from 'node:fs';
import { accept, type Result, refuse } from '../../domain/result.ts';

const MEGABYTE = 1024 * 1024;
const MOST_MEGABYTES = 20;

/** Reads a file, or standard input for `-`; a refusal says why it cannot be. */
export async function readBytes(file: string, input: AsyncIterable<Uint8Array>): Promise<Result<Uint8Array, string>> {
  const source: AsyncIterable<Uint8Array> = file === '-' ? input : createReadStream(file);
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of source) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > MOST_MEGABYTES * MEGABYTE) {
        return refuse(`is larger than ${MOST_MEGABYTES} MB: no postmortem is.`);
      }
    }
  } catch (error) {
    return refuse(explain(error));
  }
  return accept(Buffer.concat(chunks));
}

function explain(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
      return 'is not there: name the file that holds the postmortem, or - for standard input.';
    case 'EISDIR':
      return 'is a directory: name the files in it.';
    case 'EACCES':
    case 'EPERM':
      return 'may not be read by you: change its permissions.';
    default:
      return `cannot be read (${message}).`;
  }
}
