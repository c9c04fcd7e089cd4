import type { IncomingMessage } from 'node:http';

/** The body of a request as text; undefined where it is longer. What is too long is read to its end and dropped. */
export async function readBody(request: IncomingMessage, mostBytes: number): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= mostBytes) {
      chunks.push(chunk);
    } else {
      chunks.length = 0;
    }
  }
  return size > mostBytes ? undefined : Buffer.concat(chunks).toString();
}
