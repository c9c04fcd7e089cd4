import { Server } from 'node:http';
import { App, LogLevel } from '@slack/bolt';

/** What Bolt costs by itself: it checks the signature, finds the command and acks, and does nothing else. */
const { SLACK_BOT_TOKEN = '', SLACK_SIGNING_SECRET = '', SLACK_API_URL = '' } = process.env;
const app = new App({
  token: SLACK_BOT_TOKEN,
  signingSecret: SLACK_SIGNING_SECRET,
  clientOptions: { slackApiUrl: SLACK_API_URL },
  logLevel: LogLevel.WARN,
});
app.command('/incident', async ({ ack }) => ack());

const server: unknown = await app.start({ host: '127.0.0.1', port: 0 });
const bound = server instanceof Server ? server.address() : null;
if (bound === null || typeof bound === 'string') {
  throw new Error('Bolt does not say on which port it listens');
}
console.log(`bare Bolt listens on http://127.0.0.1:${bound.port}.`);
process.on('SIGTERM', () => process.exit());
