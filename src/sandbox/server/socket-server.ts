import type { IncomingMessage, Server } from 'node:http';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';

const Acknowledgement = z.object({ envelope_id: z.string(), payload: z.unknown().optional() });

export interface SocketEnvelope {
  readonly type: 'events_api' | 'slash_commands' | 'interactive';
  readonly payload: unknown;
  /** How often an event was sent before, and why again. */
  readonly retry_attempt?: number;
  readonly retry_reason?: string;
}

/** https://docs.slack.dev/apis/events-api/using-socket-mode: envelopes go out, acknowledgements come back. */
export class SocketServer {
  readonly #server: WebSocketServer;
  readonly #waiting = new Map<string, (payload: unknown) => void>();
  #last = 0;

  /** `useTicket` says whether a ticket is good, which it is once. */
  constructor(server: Server, useTicket: (ticket: string) => boolean) {
    this.#server = new WebSocketServer({
      server,
      path: '/link/',
      verifyClient: ({ req }: { readonly req: IncomingMessage }) =>
        useTicket(new URL(req.url ?? '', 'ws://sandbox').searchParams.get('ticket') ?? ''),
    });
    this.#server.on('connection', (socket) => this.#welcome(socket));
  }

  /** Whether an app is connected. */
  get isConnected(): boolean {
    return this.#server.clients.size > 0;
  }

  /** Resolves to what the app acknowledges with. */
  send(envelope: SocketEnvelope): Promise<unknown> {
    const [socket] = this.#server.clients;
    if (socket === undefined) {
      return Promise.reject(new Error('no app is connected'));
    }
    this.#last++;
    const envelopeId = `envelope-${this.#last}`;
    return new Promise((resolve) => {
      this.#waiting.set(envelopeId, resolve);
      const accepts = envelope.type !== 'events_api';
      socket.send(JSON.stringify({ envelope_id: envelopeId, accepts_response_payload: accepts, ...envelope }));
    });
  }

  close(): void {
    for (const socket of this.#server.clients) {
      socket.terminate();
    }
    this.#server.close();
  }

  #welcome(socket: WebSocket): void {
    socket.send(JSON.stringify({ type: 'hello', num_connections: this.#server.clients.size }));
    socket.on('message', (data: RawData) => {
      const { envelope_id, payload } = Acknowledgement.parse(JSON.parse(String(data)));
      this.#waiting.get(envelope_id)?.(payload);
      this.#waiting.delete(envelope_id);
    });
  }
}
