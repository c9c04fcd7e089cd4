import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What somebody posted to us. */
export interface Delivered {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Receiver {
  /** `http://127.0.0.1:4000` */
  readonly address: string;
  /** Oldest first. */
  readonly delivered: readonly Delivered[];
}

/** Listens on this machine until the test ends. `answer` may write the answer itself and give none back. */
export async function startReceiver(
  answer: (delivered: Delivered, response: ServerResponse) => Reply | undefined | Promise<Reply | undefined>,
): Promise<Receiver> {
  const delivered: Delivered[] = [];
  const server = createServer((request, response) => void take(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks = await request.toArray();
    const taken = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body: Buffer.concat(chunks).toString(),
    };
    delivered.push(taken);
    const reply = await answer(taken, response);
    if (reply !== undefined) {
      response.writeHead(reply.status, reply.headers).end(reply.body);
    }
  }

  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, delivered };
}
