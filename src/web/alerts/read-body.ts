import type { IncomingMessage } from 'node:http';
import { accept, type Result, refuse } from '../../domain/result.ts';

export type UnreadBody =
  | { readonly kind: 'too-long' }
  /** The connection broke before the end. */
  | { readonly kind: 'sender-gone'; readonly error: unknown };

/** The body of a request as text. What is too long is read to its end and dropped. */
export async function readBody(request: IncomingMessage, mostBytes: number): Promise<Result<string, UnreadBody>> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size <= mostBytes) {
        chunks.push(chunk);
      } else {
        chunks.length = 0;
      }
    }
  } catch (error) {
    return refuse({ kind: 'sender-gone', error });
  }
  return size > mostBytes ? refuse({ kind: 'too-long' }) : accept(Buffer.concat(chunks).toString());
}
