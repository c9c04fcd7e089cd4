import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { State } from '../state/state.ts';
import { readBody } from './read-body.ts';
import type { Reply } from './reply.ts';
import { serveFile } from './serve-file.ts';
import { serveResponseUrl } from './serve-response-url.ts';
import { serveUpload } from './serve-upload.ts';
import { serveWebApi } from './serve-web-api.ts';
import { SocketServer } from './socket-server.ts';

interface SandboxServer {
  readonly sockets: SocketServer;
  close(): Promise<void>;
}

/** Serves the bot on a free port of this machine: the Web API, uploads and files, answers to a `response_url`, Socket Mode. */
export async function startServer(state: State): Promise<SandboxServer> {
  const server = createServer((request, response) => {
    const end = state.traffic.begin();
    response.on('close', end);
    serve(state, request).then(
      (reply) => send(response, reply),
      (fault: unknown) => response.destroy(fault instanceof Error ? fault : undefined),
    );
  });
  const sockets = new SocketServer(server, (ticket) => state.tickets.delete(ticket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  state.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    sockets,
    async close() {
      sockets.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function serve(state: State, request: IncomingMessage): Promise<Reply | undefined> {
  const [, place = '', id = ''] = new URL(request.url ?? '', state.address).pathname.split('/');
  const body = await readBody(request);
  const { authorization, 'content-type': contentType = '' } = request.headers;
  switch (place) {
    case 'api':
      return serveWebApi(state, { method: id, authorization, contentType, body });
    case 'responses':
      return serveResponseUrl(state, { id, contentType, body });
    case 'files-pri':
      return serveFile(state, { place: id, authorization });
    case 'upload':
      return serveUpload(state, { id, contentType, body });
    default:
      return { status: 404, body: 'not found' };
  }
}

function send(response: ServerResponse, reply: Reply | undefined): void {
  if (reply === undefined) {
    response.destroy();
    return;
  }
  const { type, content } = written(reply.body);
  response.writeHead(reply.status, { 'content-type': type, ...reply.headers });
  response.end(content);
}

function written(body: unknown): { readonly type: string; readonly content: string | Buffer } {
  if (Buffer.isBuffer(body)) {
    return { type: 'application/octet-stream', content: body };
  }
  return typeof body === 'string'
    ? { type: 'text/plain', content: body }
    : { type: 'application/json', content: JSON.stringify(body) };
}
