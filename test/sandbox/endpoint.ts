import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Workspace } from '../../src/sandbox/workspace.ts';

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What a request is answered with: undefined for never. */
type Respond = (request: Received) => { readonly status: number; readonly body?: string } | undefined;

/** An address that takes the workspace's requests as they come over HTTP; returns what it has received. */
export async function startEndpoint(workspace: Workspace, respond: Respond): Promise<readonly Received[]> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += String(chunk);
    });
    request.on('end', () => {
      received.push({ headers: request.headers, body });
      const answer = respond({ headers: request.headers, body });
      if (answer !== undefined) {
        response.writeHead(answer.status);
        response.end(answer.body ?? '');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  workspace.deliverTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`);
  return received;
}

/** Lets the event loop turn until something is so. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) {
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}
