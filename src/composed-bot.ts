import type { Config } from './config.ts';
import type { OpenDatabase } from './database/open-database.ts';
import type { TeamId } from './domain/ids.ts';
import type { Slack } from './slack/create-slack.ts';
import type { Outcome } from './slack/receive-request.ts';
import type { Route } from './web/route.ts';
import { startWebServer, type WebServer } from './web/web-server.ts';
import type { Worker } from './work/worker.ts';

/** The running bot. */
export interface Bot {
  readonly teamId: TeamId;
  /** Takes requests and works from here on. */
  start(): Promise<void>;
  /** Works from here on, and takes no requests but those that `receive` is handed. */
  work(): Promise<void>;
  /** Handles one request as if Slack had sent it. */
  receive(body: Readonly<Record<string, unknown>>): Promise<Outcome>;
  /** Takes no more requests, finishes the work that is claimed, and lets go of everything. */
  stop(): Promise<void>;
  /** Where it listens, once started: `http://0.0.0.0:3000`. */
  readonly address: string | undefined;
  /** Resolves when no work is due or running. */
  idle(): Promise<void>;
}

interface Parts {
  readonly config: Config;
  readonly slack: Slack;
  readonly worker: Worker;
  readonly prepareWork: () => Promise<void>;
  readonly opened: OpenDatabase;
  readonly served: readonly Route[];
}

export class ComposedBot implements Bot {
  readonly #parts: Parts;
  #address: string | undefined;
  #webServer: WebServer | undefined;
  #isReceiving = false;
  #stopped: Promise<void> | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get teamId(): TeamId {
    return this.#parts.slack.identity.teamId;
  }

  get address(): string | undefined {
    return this.#address;
  }

  async start(): Promise<void> {
    const { config, slack, served } = this.#parts;
    const { host, port } = config;
    if (config.slack.mode.kind === 'socket') {
      this.#webServer = await startWebServer({ host, port, routes: served });
      this.#address = this.#webServer.address;
      await slack.app.start();
    } else {
      this.#address = await slack.listen({ host, port });
    }
    this.#isReceiving = true;
    await this.work();
  }

  async work(): Promise<void> {
    await this.#parts.prepareWork();
    this.#parts.worker.start();
  }

  receive(body: Readonly<Record<string, unknown>>): Promise<Outcome> {
    return this.#parts.slack.receive(body);
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  idle(): Promise<void> {
    return this.#parts.worker.idle();
  }

  async #stop(): Promise<void> {
    const { slack, worker, opened } = this.#parts;
    try {
      // Bolt's receivers cannot be stopped unless they were started.
      await (this.#isReceiving ? slack.app.stop() : undefined);
      await worker.stop();
      await this.#webServer?.close();
    } finally {
      await opened.close();
    }
  }
}
