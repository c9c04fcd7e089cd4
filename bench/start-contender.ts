import { type Started, startProcess } from './start-process.ts';
import type { Slack } from './start-slack.ts';

export interface RunningContender extends Pick<Started, 'stop'> {
  readonly address: string;
}

export interface ContenderPlace {
  readonly folder: string;
  readonly profileFolder: string | undefined;
}

/** The bot as its operator starts it, on a database file, called over HTTP. */
export function startBot(slack: Slack, place: ContenderPlace & { readonly databaseFile: string }) {
  return startContender(slack, place, {
    program: 'src/main.ts',
    arguments: ['serve'],
    env: { DATABASE_URL: `file:${place.databaseFile}`, HOST: '127.0.0.1', PORT: '0', SLACK_APP_TOKEN: '' },
  });
}

export function startBareBolt(slack: Slack, place: ContenderPlace) {
  return startContender(slack, place, { program: 'bench/servers/bare-bolt.ts', arguments: [], env: {} });
}

async function startContender(
  slack: Slack,
  { folder, profileFolder }: ContenderPlace,
  contender: {
    readonly program: string;
    readonly arguments: readonly string[];
    readonly env: Readonly<Record<string, string>>;
  },
): Promise<RunningContender> {
  const started = await startProcess({
    ...contender,
    folder,
    profileFolder,
    env: {
      ...contender.env,
      SLACK_API_URL: slack.apiUrl,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: slack.signingSecret,
    },
  });
  const address = /listens on (http:\S+)\.$/u.exec(started.firstLine)?.[1];
  if (address === undefined) {
    throw new Error(`${contender.program} does not say where it listens: ${started.firstLine}`);
  }
  return { address, stop: started.stop };
}
