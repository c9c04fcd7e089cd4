import { Server } from 'node:http';
import { App, type CustomRoute, HTTPReceiver, LogLevel, type Receiver, SocketModeReceiver } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { type TeamId, teamId } from '../domain/ids.ts';
import { SECOND } from '../domain/time.ts';
import { DeliveryError, type Log } from '../use-cases/ports.ts';
import { ackAfterCommit } from './ack-after-commit.ts';
import { answerUnroutable } from './answer-unroutable.ts';
import { boltLogger } from './bolt-logger.ts';
import { type Outcome, receiveRequest } from './receive-request.ts';
import { type CountCall, SlackClient } from './slack-client.ts';
import { SlackFiles } from './slack-files.ts';

export interface SlackConnection {
  readonly botToken: string;
  readonly apiUrl: string;
  readonly mode:
    | { readonly kind: 'socket'; readonly appToken: string }
    | { readonly kind: 'http'; readonly signingSecret: string };
}

export interface SlackOptions {
  readonly connection: SlackConnection;
  readonly log: Log;
  readonly countCall: CountCall;
  /** Served beside Slack's requests over HTTP. */
  readonly routes: CustomRoute[];
}

/** Who the bot is in which workspace, as its token says. */
export interface SlackIdentity {
  readonly teamId: TeamId;
  /** `https://acme.slack.com/`, which permalinks begin with. */
  readonly url: string;
  readonly botUserId: string;
  readonly botId: string;
}

export interface Slack {
  readonly app: App;
  readonly client: SlackClient;
  readonly files: SlackFiles;
  readonly identity: SlackIdentity;
  /** Rejects where Slack does not take our token now. */
  checkToken(): Promise<void>;
  /** Serves Slack's requests over HTTP. Resolves to where; port 0 takes any free one. */
  listen(place: { readonly host: string; readonly port: number }): Promise<string>;
  /** Handles a request that did not come from Slack. */
  receive(body: Readonly<Record<string, unknown>>): Promise<Outcome>;
}

/** Connects to nothing yet but asks Slack who we are, so that a wrong token stops the start. */
export async function createSlack(options: SlackOptions): Promise<Slack> {
  const { connection, log } = options;
  const logger = boltLogger(log);
  // The worker does the waiting and trying again, for every replica and across restarts.
  const clientOptions = {
    slackApiUrl: connection.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 20 * SECOND,
    logger,
  };
  const client = new SlackClient(new WebClient(connection.botToken, clientOptions), options.countCall);
  const identity = await askWhoWeAre(client);
  const app = new App({
    receiver: ackAfterCommit(createReceiver(options, logger)),
    authorize: async () => ({
      botToken: connection.botToken,
      botUserId: identity.botUserId,
      botId: identity.botId,
      teamId: identity.teamId,
    }),
    clientOptions,
    logger,
    // Bolt's store of conversations, which nobody here reads, would be asked on every request.
    convoStore: false,
  });
  // A fault is logged where it is answered; an event that failed must reach the receiver, so that Slack sends it again.
  app.error(async (fault) => {
    throw fault;
  });
  const checkToken = async () => {
    await askWhoWeAre(client);
  };
  const files = new SlackFiles(connection, options.countCall);
  return {
    app,
    client,
    files,
    identity,
    checkToken,
    listen: (place) => listenOverHttp(app, place),
    receive: (body) => receiveRequest(app, body),
  };
}

function createReceiver({ connection, routes }: SlackOptions, logger: ReturnType<typeof boltLogger>): Receiver {
  if (connection.mode.kind === 'socket') {
    return new SocketModeReceiver({
      appToken: connection.mode.appToken,
      logger,
      logLevel: LogLevel.INFO,
      installerOptions: { clientOptions: { slackApiUrl: connection.apiUrl } },
    });
  }
  return new HTTPReceiver({
    signingSecret: connection.mode.signingSecret,
    endpoints: ['/slack/events'],
    customRoutes: routes,
    dispatchErrorHandler: answerUnroutable,
    logger,
    logLevel: LogLevel.INFO,
  });
}

async function listenOverHttp(app: App, place: { readonly host: string; readonly port: number }): Promise<string> {
  const server: unknown = await app.start({ host: place.host, port: place.port });
  const bound = server instanceof Server ? server.address() : null;
  const port = typeof bound === 'object' && bound !== null ? bound.port : place.port;
  return `http://${place.host.includes(':') ? `[${place.host}]` : place.host}:${port}`;
}

async function askWhoWeAre(client: SlackClient): Promise<SlackIdentity> {
  const answer = await client.call('auth.test', (web) => web.auth.test());
  if (!answer?.team_id || !answer.user_id || !answer.bot_id || !answer.url) {
    throw new DeliveryError({ sort: 'never', reason: 'not_a_bot_token' });
  }
  return {
    teamId: teamId(answer.team_id),
    url: answer.url,
    botUserId: answer.user_id,
    botId: answer.bot_id,
  };
}
