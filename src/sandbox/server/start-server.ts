import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { State } from '../state/state.ts';
import { readArguments, readBody } from './read-body.ts';
import { type Reply, replyOk } from './reply.ts';
import { runCall } from './run-call.ts';
import { serveResponseUrl } from './serve-response-url.ts';
import { serveWebApi } from './serve-web-api.ts';
import { SocketServer } from './socket-server.ts';

export interface SandboxServer {
  readonly sockets: SocketServer;
  close(): Promise<void>;
}

/** Serves the bot on a free port of this machine: the Web API, uploads, answers to a `response_url`, Socket Mode. */
export async function startServer(state: State): Promise<SandboxServer> {
  const server = createServer((request, response) => {
    const end = state.traffic.begin();
    response.on('close', end);
    serve(state, request).then(
      (reply) => send(response, reply),
      (fault: unknown) => response.destroy(fault instanceof Error ? fault : undefined),
    );
  });
  const sockets = new SocketServer(server);
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
  const contentType = request.headers['content-type'] ?? '';
  switch (place) {
    case 'api':
      return serveWebApi(state, {
        method: id,
        authorization: request.headers.authorization,
        arguments: readArguments(contentType, body),
      });
    case 'responses':
      return serveResponseUrl(state, id, readArguments(contentType, body));
    case 'upload':
      return runCall(state, {
        method: 'upload',
        arguments: { file: id, bytes: body.length },
        run: () => keepUpload(state, id, fileOf(contentType, body)),
      });
    default:
      return { status: 404, body: 'not found' };
  }
}

function keepUpload(state: State, id: string, content: Buffer): Reply {
  const file = state.files.get(id);
  if (file === undefined) {
    return { status: 404, body: 'not found' };
  }
  file.content = content;
  return replyOk(`OK - ${content.length}`);
}

/** The one file of a form with parts, or the body itself. */
function fileOf(contentType: string, body: Buffer): Buffer {
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)"?/u.exec(contentType)?.[1];
  if (boundary === undefined) {
    return body;
  }
  const start = body.indexOf('\r\n\r\n') + 4;
  return body.subarray(start, body.lastIndexOf(`\r\n--${boundary}--`));
}

function send(response: ServerResponse, reply: Reply | undefined): void {
  if (reply === undefined) {
    response.destroy();
    return;
  }
  const isText = typeof reply.body === 'string';
  response.writeHead(reply.status, { 'content-type': isText ? 'text/plain' : 'application/json', ...reply.headers });
  response.end(isText ? reply.body : JSON.stringify(reply.body));
}
