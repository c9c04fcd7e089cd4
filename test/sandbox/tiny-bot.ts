import { Server } from 'node:http';
import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { onTestFinished } from 'vitest';
import type { Workspace } from '../../src/sandbox/workspace.ts';
import { silentLogger } from './open-workspace.ts';

/** A Bolt app that does what the test says and nothing else. */
export async function startBot(
  workspace: Pick<Workspace, 'apiUrl' | 'appToken' | 'botToken' | 'deliverTo' | 'signingSecret'>,
  listen: (app: App) => void,
  mode: 'http' | 'socket' = 'http',
): Promise<App> {
  const receiver =
    mode === 'http'
      ? new HTTPReceiver({
          signingSecret: workspace.signingSecret,
          endpoints: ['/slack/events'],
          logger: silentLogger,
          logLevel: LogLevel.ERROR,
        })
      : new SocketModeReceiver({
          appToken: workspace.appToken,
          logger: silentLogger,
          logLevel: LogLevel.ERROR,
          installerOptions: { clientOptions: { slackApiUrl: workspace.apiUrl } },
        });
  const app = new App({
    receiver,
    token: workspace.botToken,
    clientOptions: { slackApiUrl: workspace.apiUrl, retryConfig: { retries: 0 } },
    logger: silentLogger,
  });
  listen(app);
  const server: unknown = await app.start({ host: '127.0.0.1', port: 0 });
  onTestFinished(async () => {
    await app.stop();
  });
  if (server instanceof Server) {
    const place = server.address();
    workspace.deliverTo(`http://127.0.0.1:${typeof place === 'object' ? place?.port : place}/slack/events`);
  }
  return app;
}
