import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { respond } from './respond.ts';
import type { Route } from './route.ts';

export interface WebServer {
  /** `http://127.0.0.1:3000`. */
  readonly address: string;
  /** Lets running answers end. */
  close(): Promise<void>;
}

/** Serves the routes where no receiver of Slack's does, in Socket Mode. */
export async function startWebServer(options: {
  readonly host: string;
  readonly port: number;
  readonly routes: readonly Route[];
}): Promise<WebServer> {
  const server = createServer((request, response) => dispatch(options.routes, request, response));
  server.listen(options.port, options.host);
  await once(server, 'listening');
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : options.port;
  return {
    address: `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

function dispatch(routes: readonly Route[], request: IncomingMessage, response: ServerResponse): void {
  const path = request.url?.split('?')[0] ?? '';
  const found = routes.filter((route) => leadsTo(route.path, path));
  const route = found.find(({ method }) => method.includes(request.method ?? ''));
  if (route !== undefined) {
    route.handler(request, response);
    return;
  }
  const status = found.length === 0 ? 404 : 405;
  respond(response, { status, contentType: 'text/plain', body: status === 404 ? 'not found' : 'method not allowed' });
}

/** As Bolt's receiver takes it, where the same routes are served over HTTP. */
function leadsTo(pattern: string, path: string): boolean {
  const expected = pattern.split('/');
  const segments = path.split('/');
  return (
    segments.length === expected.length &&
    segments.every((segment, index) =>
      expected[index]?.startsWith(':') ? segment !== '' : segment === expected[index],
    )
  );
}
