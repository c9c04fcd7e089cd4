import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Instant, instant, MINUTE } from '../../src/domain/time.ts';
import { ManualClock } from '../../src/sandbox/manual-clock.ts';
import { startWorkspace, type Workspace } from '../../src/sandbox/workspace.ts';
import { askDatabase } from '../support/engines.ts';
import { type Executable, runExecutable } from '../support/run-executable.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

interface Installed {
  readonly databaseUrl: string;
  readonly workspace: Workspace;
  readonly clock: ManualClock;
  /** Starts the bot as its operator does; resolves once it is ready. */
  start(): Promise<Executable>;
  run(): Executable;
}

async function install(mode: 'http' | 'socket' = 'http'): Promise<Installed> {
  const clock = new ManualClock('2024-05-07T14:00:00.000Z' as Instant);
  const workspace = await startWorkspace({
    clock,
    manifestFile: 'manifest.yml',
    people: [{ name: 'ana' }, { name: 'ben' }],
    channels: [{ name: 'general', members: ['ana', 'ben'] }],
  });
  onTestFinished(() => workspace.close());
  const env = {
    SLACK_BOT_TOKEN: workspace.botToken,
    SLACK_API_URL: workspace.apiUrl,
    ...(mode === 'http' ? { SLACK_SIGNING_SECRET: workspace.signingSecret } : { SLACK_APP_TOKEN: workspace.appToken }),
    PORT: '0',
    HOST: '127.0.0.1',
  };
  const cwd = temporaryFolder();
  const databaseUrl = `file:${join(cwd, 'faultline.db')}`;
  const run = () => runExecutable(['serve'], { cwd, env: { ...env, DATABASE_URL: databaseUrl } });
  return {
    databaseUrl,
    workspace,
    clock,
    run,
    async start() {
      const bot = run();
      const [, address] = await bot.prints(/it listens on (\S+?)\.\n/u);
      workspace.deliverTo(`${address}/slack/events`);
      return bot;
    },
  };
}

/** The process beside us lives by the machine's clock, so its effects are watched for. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) {
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}

function lines(workspace: Workspace, words: string): number {
  const channel = workspace.channels().find(({ name }) => name.startsWith('inc-'));
  return channel?.messages().filter((message) => message.visibleText().includes(words)).length ?? 0;
}

function messagesTo(workspace: Workspace, name: string): readonly string[] {
  const messages = workspace.person(name).directMessages();
  return messages.map((message) => message.visibleText());
}

async function declare({ workspace }: Installed): Promise<void> {
  await workspace.person('ana').types('/incident start Booking is down', 'general');
  await until(() => workspace.channels().some(({ name, topic }) => name.startsWith('inc-') && topic !== ''));
}

describe('the process', () => {
  it.each(['http', 'socket'] as const)('serves an incident over %s, and ends cleanly when asked', async (mode) => {
    const installed = await install(mode);
    const bot = await installed.start();
    await declare(installed);
    expect(lines(installed.workspace, 'INC-1')).toBe(1);

    bot.signal('SIGTERM');
    expect(await bot.ended).toBe(0);
    expect(bot.printed()).not.toMatch(/xoxb-|xapp-|sandbox-signing-secret/u);
  });

  it('finishes what runs before it ends, and leaves the rest to the next start', async () => {
    const installed = await install();
    const { workspace, clock } = installed;
    const bot = await installed.start();
    await declare(installed);
    workspace.fails('chat.postMessage', { kind: 'slow', milliseconds: 1_000 });
    const ana = workspace.person('ana');
    await ana.types('/incident log first', 'inc-1-booking-is-down');
    await until(() => lines(workspace, 'first') === 1);
    await ana.types('/incident log second', 'inc-1-booking-is-down');

    bot.signal('SIGTERM');
    await until(() => workspace.record.calls.length > 0);
    clock.advance(1_000);
    expect(await bot.ended).toBe(0);

    await installed.start();
    await until(() => lines(workspace, 'second') === 1);
    expect(lines(workspace, 'first')).toBe(1);
  });

  it('loses nothing when it is killed: what it had answered is there at the next start', async () => {
    const installed = await install();
    const { workspace } = installed;
    const bot = await installed.start();
    await declare(installed);
    const ana = workspace.person('ana');
    workspace.fails('chat.postMessage', { kind: 'status', status: 503, times: 50 });
    const answers = [];
    for (let number = 1; number <= 10; number++) {
      answers.push(await ana.types(`/incident log number ${number}.`, 'inc-1-booking-is-down'));
    }
    bot.signal('SIGKILL');
    expect(await bot.ended).toBe('SIGKILL');

    await installed.start();
    const timeline = await ana.types('/incident timeline', 'inc-1-booking-is-down');
    expect(answers.every(({ text }) => text.includes('On the timeline at'))).toBe(true);
    for (let number = 1; number <= 10; number++) {
      expect(timeline.text).toContain(`number ${number}.`);
    }
  });

  it('goes on with a call whose time was over while it was killed: late, told as late, and once', {
    timeout: 60_000,
  }, async () => {
    const installed = await install();
    const { workspace } = installed;
    const bot = await installed.start();
    await declare(installed);
    await workspace.person('ana').types('/incident escalate @ben hurry', 'inc-1-booking-is-down');
    const calls = () => messagesTo(workspace, 'ben').filter((text) => text.includes('calls you to')).length;
    await until(() => calls() === 1);
    // What it had claimed would wait for its lease.
    const due = `select count(*) as pieces from work where done_at is null and run_at <= '${instant(Date.now() + MINUTE)}'`;
    while ((await askDatabase(installed.databaseUrl, due))[0]?.pieces !== 0) {
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
    bot.signal('SIGKILL');
    expect(await bot.ended).toBe('SIGKILL');
    // What stands in the way of a test is only the clock of the machine: the time of the step is moved instead.
    await askDatabase(
      installed.databaseUrl,
      `update work set run_at = '${instant(Date.now() - 17 * MINUTE)}' where kind = 'watch-escalation'`,
    );
    await askDatabase(
      installed.databaseUrl,
      `update escalation_call set delivered_at = '${instant(Date.now() - 22 * MINUTE)}' where delivered_at is not null`,
    );

    await installed.start();
    await until(() => lines(workspace, ' late): called ') === 1);
    await until(() => calls() === 2);
    const [next] = await askDatabase(
      installed.databaseUrl,
      "select count(*) as waits from work where kind = 'watch-escalation' and done_at is null",
    );
    expect(next?.waits).toBe(1);
  });

  it('refuses a second one on the same file, and says what to do', async () => {
    const installed = await install();
    await installed.start();
    const second = installed.run();

    expect(await second.ended).toBe(1);
    expect(second.printed()).toContain('The database file is in use: stop the other Faultline');
    expect(second.printed()).toContain('PostgreSQL');
  });

  it('stops at the start when Slack does not take its token', async () => {
    const installed = await install();
    installed.workspace.fails('auth.test', { kind: 'error', error: 'invalid_auth' });
    const bot = installed.run();

    expect(await bot.ended).toBe(1);
    expect(bot.printed()).toContain('SLACK_BOT_TOKEN');
  });
});
